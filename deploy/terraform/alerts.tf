# The first three are docs/alerts/*.yaml, with the names of this deployment.
resource "google_monitoring_alert_policy" "late" {
  project               = var.project_id
  display_name          = "LogDog Collector, logs are late"
  combiner              = "OR"
  notification_channels = var.notification_channels
  user_labels           = var.labels

  conditions {
    display_name = "a message has waited for 10 minutes"

    condition_threshold {
      filter          = "resource.type = \"pubsub_subscription\" AND resource.labels.subscription_id = \"${local.collector}\" AND metric.type = \"pubsub.googleapis.com/subscription/oldest_unacked_message_age\""
      comparison      = "COMPARISON_GT"
      threshold_value = 600
      duration        = "0s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_MAX"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "A backend is down, or it rejects the function, or the function is at its limits. Its log has the codes of the retries. Nothing is lost before the retention of the subscription, or the expiration of the prefixes, ends."
  }

  depends_on = [google_project_service.needed]
}

resource "google_monitoring_alert_policy" "refused" {
  project               = var.project_id
  display_name          = "LogDog Collector, bundles are refused"
  combiner              = "OR"
  notification_channels = var.notification_channels
  user_labels           = var.labels

  conditions {
    display_name = "a bundle was refused"

    condition_matched_log {
      filter = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${local.collector}\" AND jsonPayload.message : \"was refused\""
    }
  }

  alert_strategy {
    auto_close = "86400s"

    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "The line's code and message say why, and its streams say which. Check their publisher."
  }

  depends_on = [google_project_service.needed]
}

resource "google_monitoring_alert_policy" "errors" {
  project               = var.project_id
  display_name          = "LogDog Collector, errors"
  combiner              = "OR"
  notification_channels = var.notification_channels
  user_labels           = var.labels

  conditions {
    display_name = "an error is logged"

    condition_matched_log {
      filter = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${local.collector}\" AND severity >= ERROR"
    }
  }

  alert_strategy {
    auto_close = "86400s"

    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "The line has the stack of a bug; messages under way are retried. A start that fails says why in the lines around it."
  }

  depends_on = [google_project_service.needed]
}

resource "google_monitoring_alert_policy" "nacks" {
  project               = var.project_id
  display_name          = "LogDog Collector, messages come again"
  combiner              = "OR"
  notification_channels = var.notification_channels
  user_labels           = var.labels

  conditions {
    display_name = "pushes have failed for 10 minutes"

    condition_threshold {
      filter          = "resource.type = \"pubsub_subscription\" AND resource.labels.subscription_id = \"${local.collector}\" AND metric.type = \"pubsub.googleapis.com/subscription/push_request_count\" AND metric.labels.response_class != \"ack\""
      comparison      = "COMPARISON_GT"
      threshold_value = 0
      duration        = "600s"

      aggregations {
        alignment_period     = "60s"
        per_series_aligner   = "ALIGN_RATE"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "Pushes are answered with something else than 2xx, before that makes logs late. The chart of retries by code says which backend, or which bound, it is."
  }

  depends_on = [google_project_service.needed]
}

resource "google_monitoring_alert_policy" "bigtable_load" {
  project               = var.project_id
  display_name          = "LogDog Collector, the table needs another node"
  combiner              = "OR"
  notification_channels = var.notification_channels
  user_labels           = var.labels

  conditions {
    display_name = "a cluster's CPU load has been above 0.7 for 10 minutes"

    condition_threshold {
      filter          = "resource.type = \"bigtable_cluster\" AND resource.labels.instance = \"${local.instance}\" AND metric.type = \"bigtable.googleapis.com/cluster/cpu_load\""
      comparison      = "COMPARISON_GT"
      threshold_value = 0.7
      duration        = "600s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_MEAN"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "The table needs another node before it becomes slow: nodes of bigtable_clusters, or nodes_max."
  }

  depends_on = [google_project_service.needed]
}

resource "google_monitoring_alert_policy" "max_instances" {
  project               = var.project_id
  display_name          = "LogDog Collector, the function is at its bound"
  combiner              = "OR"
  notification_channels = var.notification_channels
  user_labels           = var.labels

  conditions {
    display_name = "all of max_instances have been active for 10 minutes"

    condition_threshold {
      filter          = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${local.collector}\" AND metric.type = \"run.googleapis.com/container/instance_count\" AND metric.labels.state = \"active\""
      comparison      = "COMPARISON_GT"
      threshold_value = var.max_instances - 1
      duration        = "600s"

      aggregations {
        alignment_period     = "60s"
        per_series_aligner   = "ALIGN_MAX"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "The function is at its bound: more instances, or grouped writes where they are not on."
  }

  depends_on = [google_project_service.needed]
}
