# In place of the function, from an image of the Dockerfile.
resource "google_cloud_run_v2_service" "collector" {
  count = var.image == null ? 0 : 1

  project             = var.project_id
  name                = local.collector
  location            = var.region
  description         = "LogDog Collector"
  labels              = var.labels
  deletion_protection = var.deletion_protection

  template {
    service_account                  = google_service_account.collector.email
    max_instance_request_concurrency = var.concurrency
    timeout                          = "${local.timeout_seconds}s"

    scaling {
      min_instance_count = var.min_instances
      max_instance_count = var.max_instances
    }

    containers {
      image = var.image

      resources {
        limits = {
          cpu    = var.cpu
          memory = var.memory
        }
      }

      dynamic "env" {
        for_each = local.settings

        content {
          name  = env.key
          value = env.value
        }
      }
    }
  }

  # What is published to a topic without a subscription is gone.
  depends_on = [google_pubsub_subscription.refused, google_pubsub_topic_iam_member.refused]
}
