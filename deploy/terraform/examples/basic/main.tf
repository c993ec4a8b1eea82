terraform {
  required_version = ">= 1.9"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.50"
    }
  }
}

variable "project_id" {
  description = "Your Google Cloud project."
  type        = string
}

variable "deletion_protection" {
  description = "Set it to false, and apply, before you destroy."
  type        = bool
  default     = true
}

provider "google" {
  project = var.project_id
}

module "logdog_collector" {
  source = "../.."

  project_id       = var.project_id
  coordinator_host = "logdog.example.com"
  function_source  = "${path.module}/../../../../build/function.zip"

  # The accounts of your Butlers, which must exist: ["serviceAccount:butler@my-project.iam.gserviceaccount.com"]
  publishers = []
  settings   = { LOG_LEVEL = "info" }

  deletion_protection = var.deletion_protection
}

output "topic" {
  description = "What the Coordinator is to tell Butlers."
  value       = module.logdog_collector.topic
}

output "collector_account" {
  description = "What to put into the Coordinator's group of services."
  value       = module.logdog_collector.collector_account
}
