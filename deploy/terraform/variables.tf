variable "project_id" {
  description = "The Google Cloud project that everything is made in."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must be the id of a project: 6 to 30 lower-case letters, digits and hyphens."
  }
}

variable "region" {
  description = "Where the function runs: where Butlers publish, near the table."
  type        = string
  default     = "us-central1"

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.region))
    error_message = "region must be a region, such as us-central1; a zone has another letter."
  }
}

variable "name" {
  description = "What all names begin with; change it to have two deployments in one project."
  type        = string
  default     = "logdog"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,18}[a-z0-9]$", var.name))
    error_message = "name must be 6 to 20 lower-case letters, digits and hyphens: Bigtable and service accounts ask for that."
  }
}

variable "coordinator_host" {
  description = "The Coordinator, as host or host:port."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9.-]+(:[0-9]{1,5})?$", var.coordinator_host))
    error_message = "coordinator_host must be host or host:port, without https:// and without a path."
  }
}

variable "function_source" {
  description = "The zip that `npm run package:function` makes. Set this, or image."
  type        = string
  default     = null

  validation {
    condition     = var.function_source == null ? true : fileexists(var.function_source)
    error_message = "function_source must be a file: `npm run package:function` makes build/function.zip."
  }
}

variable "image" {
  description = "A container image of the Dockerfile: it runs as a Cloud Run service in place of the function."
  type        = string
  default     = null

  validation {
    condition     = (var.image == null) != (var.function_source == null)
    error_message = "Set either function_source, for a function, or image, for a Cloud Run service."
  }
}

variable "build_service_account" {
  description = "The account that builds the function, as projects/P/serviceAccounts/E; null for Cloud Build's default."
  type        = string
  default     = null

  validation {
    condition     = var.build_service_account == null ? true : can(regex("^projects/[^/]+/serviceAccounts/[^/]+@[^/]+$", var.build_service_account))
    error_message = "build_service_account must be projects/P/serviceAccounts/E, with the e-mail address E."
  }
}

variable "bigtable_clusters" {
  description = "The clusters of the Bigtable instance: the zone of each, and its nodes; with nodes_max it scales by its load. A second one keeps writes going while a zone is down."
  type = list(object({
    zone      = string
    nodes     = optional(number, 1)
    nodes_max = optional(number)
  }))
  default = [{ zone = "us-central1-b" }]

  validation {
    condition     = length(var.bigtable_clusters) > 0 && length(var.bigtable_clusters) == length(distinct(var.bigtable_clusters[*].zone))
    error_message = "bigtable_clusters must have at least one cluster, each in a zone of its own."
  }

  validation {
    condition     = alltrue([for cluster in var.bigtable_clusters : cluster.nodes >= 1 && try(cluster.nodes_max >= cluster.nodes, cluster.nodes_max == null)])
    error_message = "A cluster of bigtable_clusters needs at least 1 node, and nodes_max must not be less than nodes."
  }

  validation {
    condition     = var.existing_table != null || anytrue([for cluster in var.bigtable_clusters : startswith(cluster.zone, "${var.region}-")])
    error_message = "A cluster of bigtable_clusters must be in region: each message waits for a round trip to it, and egress between regions costs."
  }
}

variable "existing_table" {
  description = "A table that is there already, with the column family log: no instance and no table is made. Without app_profile one is made; with bigtable_writes conditional it leads to cluster."
  type = object({
    instance    = string
    table       = string
    app_profile = optional(string)
    cluster     = optional(string)
  })
  default = null

  validation {
    condition     = try(var.existing_table.app_profile != null || var.existing_table.cluster != null, true) || var.bigtable_writes != "conditional"
    error_message = "With bigtable_writes conditional, existing_table needs the app_profile to use, or the cluster that a new one leads to."
  }
}

variable "bigtable_writes" {
  description = "How rows are written. grouped: rows of many messages in one call, and an app profile that routes to any cluster. conditional: row by row, as the Go Collector does, and an app profile that routes to one cluster."
  type        = string
  default     = "grouped"

  validation {
    condition     = contains(["grouped", "conditional"], var.bigtable_writes)
    error_message = "bigtable_writes must be grouped or conditional."
  }
}

variable "rows_max_age_days" {
  description = "After how many days Bigtable removes rows; null, where an Archivist does."
  type        = number
  default     = null

  validation {
    condition     = try(floor(var.rows_max_age_days) == var.rows_max_age_days && var.rows_max_age_days > var.retention_days, var.rows_max_age_days == null)
    error_message = "rows_max_age_days must be a whole number and more than retention_days: the age counts from when a Butler made the bundle."
  }
}

variable "existing_topic" {
  description = "A topic that Butlers publish to already, as projects/P/topics/T; null to make one."
  type        = string
  default     = null

  validation {
    condition     = var.existing_topic == null ? true : can(regex("^projects/[^/]+/topics/[^/]+$", var.existing_topic))
    error_message = "existing_topic must be projects/P/topics/T."
  }
}

variable "publishers" {
  description = "Who may publish to the topic that is made: the accounts of Butlers, each as serviceAccount:E or another member of IAM."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for member in var.publishers : can(regex("^(serviceAccount|user|group|domain|principal|principalSet):[^ ]+$", member))])
    error_message = "publishers must be members of IAM, such as serviceAccount:butler@my-project.iam.gserviceaccount.com; allUsers and allAuthenticatedUsers are not accepted."
  }
}

variable "retention_days" {
  description = "How many days the subscription keeps what is not acknowledged: how long an outage may last until logs are lost."
  type        = number
  default     = 7

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 31 && floor(var.retention_days) == var.retention_days
    error_message = "retention_days must be a whole number from 1 to 31."
  }
}

variable "min_instances" {
  description = "Instances that are kept while nothing comes; Pub/Sub waits and retries while one starts."
  type        = number
  default     = 0

  validation {
    condition     = var.min_instances >= 0 && floor(var.min_instances) == var.min_instances
    error_message = "min_instances must be a whole number from 0."
  }
}

variable "max_instances" {
  description = "The most instances: bounds the bill, and the load on the Coordinator and on the table."
  type        = number
  default     = 20

  validation {
    condition     = var.max_instances >= 1 && floor(var.max_instances) == var.max_instances && var.max_instances >= var.min_instances
    error_message = "max_instances must be a whole number from 1, and not less than min_instances."
  }
}

variable "memory" {
  description = "The memory of an instance; MAX_IN_FLIGHT_BYTES, MAX_UNPACKED_BYTES and STATE_CACHE_SIZE go with it."
  type        = string
  default     = "1Gi"

  validation {
    condition     = can(regex("^[1-9][0-9]*(Mi|Gi)$", var.memory))
    error_message = "memory must be a number of Mi or Gi, such as 1Gi."
  }
}

variable "cpu" {
  description = "The CPUs of an instance; concurrency above 1 asks for a whole one."
  type        = string
  default     = "1"

  validation {
    condition     = contains(["1", "2", "4", "6", "8"], var.cpu)
    error_message = "cpu must be 1, 2, 4, 6 or 8."
  }
}

variable "concurrency" {
  description = "The pushes that one instance works on at once."
  type        = number
  default     = 40

  validation {
    condition     = var.concurrency >= 1 && var.concurrency <= 1000 && floor(var.concurrency) == var.concurrency
    error_message = "concurrency must be a whole number from 1 to 1000."
  }
}

variable "settings" {
  description = "Further settings of the Collector, as environment variables, such as LOG_LEVEL."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(setintersection(keys(var.settings), local.own_settings)) == 0
    error_message = "settings must not have what the module sets itself: ${join(", ", local.own_settings)}."
  }
}

variable "notification_channels" {
  description = "Where alerts go, as projects/P/notificationChannels/N; without any, they only show in the console."
  type        = list(string)
  default     = []
}

variable "labels" {
  description = "Labels of all that can have some."
  type        = map(string)
  default     = {}
}

variable "deletion_protection" {
  description = "Whether Terraform refuses to delete the Bigtable instance, the table and the Cloud Run service. Set it to false, and apply, before you destroy."
  type        = bool
  default     = true
}
