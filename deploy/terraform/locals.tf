locals {
  collector = "${var.name}-collector"

  # Above MESSAGE_DEADLINE (60 s), so that the function itself tells what took so long; below the ack deadline.
  timeout_seconds      = 90
  ack_deadline_seconds = 120

  instance    = var.existing_table == null ? google_bigtable_instance.logs[0].name : var.existing_table.instance
  table       = var.existing_table == null ? google_bigtable_table.logs[0].name : var.existing_table.table
  cluster     = var.existing_table == null ? "${var.name}-1" : var.existing_table.cluster
  app_profile = try(var.existing_table.app_profile, null) == null ? google_bigtable_app_profile.collector[0].app_profile_id : var.existing_table.app_profile

  topic = var.existing_topic == null ? google_pubsub_topic.bundles[0].id : var.existing_topic

  collector_settings = {
    BIGTABLE_PROJECT     = var.project_id
    BIGTABLE_INSTANCE    = local.instance
    BIGTABLE_TABLE       = local.table
    BIGTABLE_APP_PROFILE = local.app_profile
    BIGTABLE_WRITES      = var.bigtable_writes
    COORDINATOR_HOST     = var.coordinator_host
    DEAD_LETTER_TOPIC    = google_pubsub_topic.refused.id
    # The platform lets the pusher in, and no other account.
    PUSH_AUTH = "platform"
  }

  settings = merge(var.settings, local.collector_settings)

  # An image of the Dockerfile has these itself.
  function_settings = {
    # The C library's: freed memory stays with the process, which makes large messages cheaper.
    MALLOC_TRIM_THRESHOLD_ = "134217728"
    MALLOC_MMAP_THRESHOLD_ = "33554432"
    # Where the build puts compiled code.
    NODE_COMPILE_CACHE = "build/compile-cache"
  }

  # Listed, for the two above are known only once the table is made, and variables are checked before.
  own_settings = [
    "BIGTABLE_APP_PROFILE", "BIGTABLE_INSTANCE", "BIGTABLE_PROJECT", "BIGTABLE_TABLE", "BIGTABLE_WRITES",
    "COORDINATOR_HOST", "DEAD_LETTER_TOPIC", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_",
    "NODE_COMPILE_CACHE", "PUSH_AUTH",
  ]

  service_name = var.image == null ? google_cloudfunctions2_function.collector[0].name : google_cloud_run_v2_service.collector[0].name
  service_url  = var.image == null ? google_cloudfunctions2_function.collector[0].service_config[0].uri : google_cloud_run_v2_service.collector[0].uri
}
