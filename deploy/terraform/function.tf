resource "google_storage_bucket" "source" {
  count = var.image == null ? 1 : 0

  project                     = var.project_id
  name                        = "${var.project_id}-${var.name}-source"
  location                    = var.region
  labels                      = var.labels
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # It holds nothing but zips that are made again.
  force_destroy = true

  depends_on = [google_project_service.needed]
}

resource "google_storage_bucket_object" "source" {
  count = var.image == null ? 1 : 0

  bucket = google_storage_bucket.source[0].name
  # The content is part of the name, so that another one is another deployment.
  name   = "function-${filesha256(var.function_source)}.zip"
  source = var.function_source
}

# As function.yaml has it, which gives the reasons.
resource "google_cloudfunctions2_function" "collector" {
  count = var.image == null ? 1 : 0

  project     = var.project_id
  name        = local.collector
  location    = var.region
  description = "LogDog Collector"
  labels      = var.labels

  build_config {
    runtime         = "nodejs24"
    entry_point     = "collect"
    service_account = var.build_service_account

    source {
      storage_source {
        bucket = google_storage_bucket.source[0].name
        object = google_storage_bucket_object.source[0].name
      }
    }
  }

  service_config {
    service_account_email            = google_service_account.collector.email
    available_memory                 = var.memory
    available_cpu                    = var.cpu
    max_instance_request_concurrency = var.concurrency
    timeout_seconds                  = local.timeout_seconds
    min_instance_count               = var.min_instances
    max_instance_count               = var.max_instances
    all_traffic_on_latest_revision   = true
    environment_variables            = merge(local.settings, local.function_settings)
  }

  # What is published to a topic without a subscription is gone.
  depends_on = [google_pubsub_subscription.refused, google_pubsub_topic_iam_member.refused]
}
