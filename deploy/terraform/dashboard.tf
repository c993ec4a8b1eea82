# Counted from the log, by code, so that the dashboard has them also where no metrics are sent.
resource "google_logging_metric" "by_code" {
  for_each = {
    refused = { words = "was refused", description = "Pushes of which the LogDog Collector refused something" }
    retried = { words = "must come again", description = "Pushes that the LogDog Collector has Pub/Sub send again" }
  }

  project     = var.project_id
  name        = "${var.name}-${each.key}"
  description = each.value.description
  filter      = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${local.collector}\" AND jsonPayload.message : \"${each.value.words}\""

  label_extractors = {
    code = "EXTRACT(jsonPayload.code)"
  }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"

    labels {
      key         = "code"
      value_type  = "STRING"
      description = "The code of the first thing that was refused, or must come again."
    }
  }

  depends_on = [google_project_service.needed]
}

locals {
  of_subscription = "resource.type = \"pubsub_subscription\" AND resource.labels.subscription_id = \"${local.collector}\""
  of_service      = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${local.collector}\""
  of_instance     = "resource.type = \"bigtable_cluster\" AND resource.labels.instance = \"${local.instance}\""

  charts = [
    {
      title   = "Backlog (messages)"
      of      = local.of_subscription
      metric  = "pubsub.googleapis.com/subscription/num_undelivered_messages"
      aligner = "ALIGN_MEAN"
      reducer = "REDUCE_SUM"
      by      = []
    },
    {
      title   = "Oldest message (s)"
      of      = local.of_subscription
      metric  = "pubsub.googleapis.com/subscription/oldest_unacked_message_age"
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_MAX"
      by      = []
    },
    {
      title   = "Answers by status (1/s)"
      of      = local.of_service
      metric  = "run.googleapis.com/request_count"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      by      = ["metric.labels.response_code"]
    },
    {
      title   = "Retries by code (1/s)"
      of      = local.of_service
      metric  = "logging.googleapis.com/user/${google_logging_metric.by_code["retried"].name}"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      by      = ["metric.labels.code"]
    },
    {
      title   = "Drops by code (1/s)"
      of      = local.of_service
      metric  = "logging.googleapis.com/user/${google_logging_metric.by_code["refused"].name}"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      by      = ["metric.labels.code"]
    },
    {
      title   = "CPU of an instance, 95 % (of 1)"
      of      = local.of_service
      metric  = "run.googleapis.com/container/cpu/utilizations"
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_95"
      by      = []
    },
    {
      title   = "Memory of an instance, 95 % (of 1)"
      of      = local.of_service
      metric  = "run.googleapis.com/container/memory/utilizations"
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_95"
      by      = []
    },
    {
      title   = "Instances"
      of      = local.of_service
      metric  = "run.googleapis.com/container/instance_count"
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_SUM"
      by      = ["metric.labels.state"]
    },
    {
      title   = "Bigtable CPU load (of 1)"
      of      = local.of_instance
      metric  = "bigtable.googleapis.com/cluster/cpu_load"
      aligner = "ALIGN_MEAN"
      reducer = "REDUCE_MAX"
      by      = ["resource.labels.cluster"]
    },
    {
      title   = "Bigtable storage used (of 1)"
      of      = local.of_instance
      metric  = "bigtable.googleapis.com/cluster/storage_utilization"
      aligner = "ALIGN_MEAN"
      reducer = "REDUCE_MAX"
      by      = ["resource.labels.cluster"]
    },
  ]
}

resource "google_monitoring_dashboard" "collector" {
  project = var.project_id

  dashboard_json = jsonencode({
    displayName = "LogDog Collector (${var.name})"
    gridLayout = {
      columns = "2"
      widgets = [
        for chart in local.charts : {
          title = chart.title
          xyChart = {
            dataSets = [{
              plotType = "LINE"
              timeSeriesQuery = {
                timeSeriesFilter = {
                  filter = "${chart.of} AND metric.type = \"${chart.metric}\""
                  aggregation = {
                    alignmentPeriod    = "60s"
                    perSeriesAligner   = chart.aligner
                    crossSeriesReducer = chart.reducer
                    groupByFields      = chart.by
                  }
                }
              }
            }]
          }
        }
      ]
    }
  })

  depends_on = [google_project_service.needed]
}
