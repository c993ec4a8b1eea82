output "url" {
  description = "The URL of the function, or of the Cloud Run service; `logdog-collector refused replay` takes it as --url."
  value       = local.service_url
}

output "topic" {
  description = "Where Butlers publish: the Coordinator has to be configured with it."
  value       = local.topic
}

output "subscription" {
  description = "The subscription that pushes to the function."
  value       = google_pubsub_subscription.collector.id
}

output "refused_subscription" {
  description = "The subscription with what was refused; `logdog-collector refused replay` takes it as --subscription."
  value       = google_pubsub_subscription.refused.id
}

output "collector_account" {
  description = "The account that the function runs as: put it into the Coordinator's group of services."
  value       = google_service_account.collector.email
}

output "pusher_account" {
  description = "The account that pushes."
  value       = google_service_account.pusher.email
}

output "settings" {
  description = "The settings of the function; with those of BIGTABLE_ in the environment, `logdog-collector cat` reads the table."
  value       = local.settings
}

output "dashboard" {
  description = "The dashboard."
  value       = google_monitoring_dashboard.collector.id
}
