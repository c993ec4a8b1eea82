resource "google_bigtable_instance" "logs" {
  count = var.existing_table == null ? 1 : 0

  project             = var.project_id
  name                = var.name
  display_name        = "LogDog"
  labels              = var.labels
  deletion_protection = var.deletion_protection

  dynamic "cluster" {
    for_each = var.bigtable_clusters

    content {
      cluster_id   = "${var.name}-${cluster.key + 1}"
      zone         = cluster.value.zone
      storage_type = "SSD"
      num_nodes    = cluster.value.nodes_max == null ? cluster.value.nodes : null

      dynamic "autoscaling_config" {
        for_each = cluster.value.nodes_max == null ? [] : [cluster.value]

        content {
          min_nodes = autoscaling_config.value.nodes
          max_nodes = autoscaling_config.value.nodes_max
          # Below what the alert is at.
          cpu_target = 60
        }
      }
    }
  }

  depends_on = [google_project_service.needed]
}

resource "google_bigtable_table" "logs" {
  count = var.existing_table == null ? 1 : 0

  project             = var.project_id
  instance_name       = google_bigtable_instance.logs[0].name
  name                = "logs"
  deletion_protection = var.deletion_protection ? "PROTECTED" : "UNPROTECTED"

  column_family {
    family = "log"
  }
}

# One version is all that is ever meant to be in a cell; rows go by age only where no Archivist removes them.
resource "google_bigtable_gc_policy" "log" {
  count = var.existing_table == null ? 1 : 0

  project       = var.project_id
  instance_name = google_bigtable_instance.logs[0].name
  table         = google_bigtable_table.logs[0].name
  column_family = "log"
  gc_rules = var.rows_max_age_days == null ? jsonencode({ rules = [{ max_version = 1 }] }) : jsonencode({
    mode  = "union"
    rules = [{ max_age = format("%dh", 24 * var.rows_max_age_days) }, { max_version = 1 }]
  })

  # The policy of a replicated table cannot be deleted; it goes with the table.
  deletion_policy = "ABANDON"
}

resource "google_bigtable_app_profile" "collector" {
  count = try(var.existing_table.app_profile, null) == null ? 1 : 0

  project        = var.project_id
  instance       = local.instance
  app_profile_id = "collector"
  description    = "LogDog Collector"

  # With grouped writes, another cluster takes over while one is down.
  multi_cluster_routing_use_any = var.bigtable_writes == "grouped" ? true : null

  # Each row is written by CheckAndMutateRow, which is a transaction of one cluster.
  dynamic "single_cluster_routing" {
    for_each = var.bigtable_writes == "conditional" ? [local.cluster] : []

    content {
      cluster_id                 = single_cluster_routing.value
      allow_transactional_writes = true
    }
  }

  # Changing how rows are written changes the routing.
  ignore_warnings = true
}

# The collector reads and writes one table, and no more.
resource "google_bigtable_table_iam_member" "collector" {
  project       = var.project_id
  instance_name = local.instance
  table         = local.table
  role          = "roles/bigtable.user"
  member        = google_service_account.collector.member
}
