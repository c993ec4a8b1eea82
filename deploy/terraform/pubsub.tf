resource "google_pubsub_topic" "bundles" {
  count = var.existing_topic == null ? 1 : 0

  project = var.project_id
  name    = "${var.name}-bundles"
  labels  = var.labels

  depends_on = [google_project_service.needed]
}

resource "google_pubsub_topic_iam_member" "publishers" {
  for_each = var.existing_topic == null ? var.publishers : toset([])

  project = var.project_id
  topic   = google_pubsub_topic.bundles[0].name
  role    = "roles/pubsub.publisher"
  member  = each.value
}

resource "google_pubsub_subscription" "collector" {
  project = var.project_id
  name    = local.collector
  topic   = local.topic
  labels  = var.labels

  # Above the function's timeout; else a message comes again while it is being worked on.
  ack_deadline_seconds = local.ack_deadline_seconds

  # How long an outage may last until logs are lost.
  message_retention_duration = "${86400 * var.retention_days}s"

  push_config {
    push_endpoint = local.service_url

    oidc_token {
      service_account_email = google_service_account.pusher.email
      audience              = local.service_url
    }

    # The message as it is: a quarter smaller than base64 in JSON.
    no_wrapper {
      write_metadata = true
    }
  }

  # Without one Pub/Sub retries at once, and meets an outage with all of the backlog, again and again.
  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }

  # Never; else a subscription without acks is deleted, with its backlog.
  expiration_policy {
    ttl = ""
  }

  # No dead_letter_policy: it counts every nack, also those of an outage, and would drain a healthy backlog.

  # What a push needs must be there before the first one.
  depends_on = [
    google_bigtable_gc_policy.log,
    google_bigtable_table_iam_member.collector,
    google_cloud_run_v2_service_iam_member.pusher,
  ]
}
