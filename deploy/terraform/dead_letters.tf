# Where the Collector publishes what it refuses as bad input, byte for byte.
resource "google_pubsub_topic" "refused" {
  project = var.project_id
  name    = "${var.name}-refused"
  labels  = var.labels

  depends_on = [google_project_service.needed]
}

# Keeps it for `logdog-collector refused replay --subscription`.
resource "google_pubsub_subscription" "refused" {
  project = var.project_id
  name    = "${var.name}-refused"
  topic   = google_pubsub_topic.refused.id
  labels  = var.labels

  # 31 days, the most there is.
  message_retention_duration = "2678400s"

  # Never.
  expiration_policy {
    ttl = ""
  }
}

resource "google_pubsub_topic_iam_member" "refused" {
  project = var.project_id
  topic   = google_pubsub_topic.refused.name
  role    = "roles/pubsub.publisher"
  member  = google_service_account.collector.member
}
