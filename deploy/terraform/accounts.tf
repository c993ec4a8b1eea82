# The function runs as this one. The Coordinator has to take it for a Collector: add it to the group of services that the
# Coordinator's own configuration names.
resource "google_service_account" "collector" {
  project      = var.project_id
  account_id   = local.collector
  display_name = "LogDog Collector"

  depends_on = [google_project_service.needed]
}

# Pub/Sub pushes as this one, which may call the function and nothing else.
resource "google_service_account" "pusher" {
  project      = var.project_id
  account_id   = "${var.name}-pusher"
  display_name = "Pub/Sub, pushing to the LogDog Collector"

  depends_on = [google_project_service.needed]
}

resource "google_cloud_run_v2_service_iam_member" "pusher" {
  project  = var.project_id
  location = var.region
  name     = local.service_name
  role     = "roles/run.invoker"
  member   = google_service_account.pusher.member
}
