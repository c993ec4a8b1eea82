import type { Mutation } from './mutated.js';

/** A mistake that the checks must find. */
export interface Mistake extends Mutation {
  readonly title: string;
  /** What the check says. */
  readonly problem: string;
}

export const SCHEMA_MISTAKES: readonly Mistake[] = [
  {
    title: 'an unknown attribute',
    file: 'pubsub.tf',
    from: 'ack_deadline_seconds = local',
    to: 'ack_deadline = local',
    problem: 'google_pubsub_subscription.collector.ack_deadline: there is no such attribute',
  },
  {
    title: 'an unknown attribute of a nested block',
    file: 'pubsub.tf',
    from: 'minimum_backoff',
    to: 'min_backoff',
    problem:
      'google_pubsub_subscription.collector.retry_policy.min_backoff: there is no such attribute',
  },
  {
    title: 'an unknown attribute within a dynamic block',
    file: 'bigtable.tf',
    from: 'cluster_id   = "${var.name}',
    to: 'id           = "${var.name}',
    problem: 'google_bigtable_instance.logs.cluster.id: there is no such attribute',
  },
  {
    title: 'an unknown nested block',
    file: 'bigtable.tf',
    from: 'dynamic "single_cluster_routing"',
    to: 'dynamic "one_cluster_routing"',
    problem:
      'google_bigtable_app_profile.collector.one_cluster_routing: there is no such attribute',
  },
  {
    title: 'a required attribute that is missing',
    file: 'dead_letters.tf',
    from: '  topic   = google_pubsub_topic.refused.id\n',
    to: '',
    problem: 'google_pubsub_subscription.refused: topic is missing',
  },
  {
    title: 'a required attribute of a nested block that is missing',
    file: 'container.tf',
    from: '      image = var.image\n',
    to: '',
    problem: 'google_cloud_run_v2_service.collector.template.containers: image is missing',
  },
  {
    title: 'a required block that is missing',
    file: 'container.tf',
    from: '  template {',
    to: '  dynamic "traffic" {',
    problem: 'google_cloud_run_v2_service.collector: template is missing',
  },
  {
    title: 'a block that is written as an attribute',
    file: 'bigtable.tf',
    from: '  column_family {',
    to: '  column_family = {',
    problem:
      'google_bigtable_table.logs.column_family: it is a block, and is written as an attribute',
  },
  {
    title: 'an attribute that is written as a block',
    file: 'container.tf',
    from: 'limits = {',
    to: 'limits {',
    problem:
      'google_cloud_run_v2_service.collector.template.containers.resources.limits: it is an attribute, and is written as a block',
  },
  {
    title: 'a block too many',
    file: 'pubsub.tf',
    from: '  # Never; else',
    to: '  retry_policy {\n  }\n  # Never; else',
    problem: 'google_pubsub_subscription.collector.retry_policy: there may be 1, and there are 2',
  },
  {
    title: 'an attribute that can only be read',
    file: 'accounts.tf',
    from: 'account_id   = local.collector',
    to: 'account_id   = local.collector\n  unique_id = 1',
    problem: 'google_service_account.collector.unique_id: it can be read, but not set',
  },
  {
    title: 'a text where a number belongs',
    file: 'alerts.tf',
    from: 'threshold_value = 600',
    to: 'threshold_value = "ten minutes"',
    problem:
      'google_monitoring_alert_policy.late.conditions.condition_threshold.threshold_value: it is to be a number, and is "ten minutes"',
  },
  {
    title: 'an unknown resource type',
    file: 'dead_letters.tf',
    from: 'resource "google_pubsub_topic_iam_member" "refused"',
    to: 'resource "google_pubsub_topic_member" "refused"',
    problem: 'google_pubsub_topic_member: the schema has no such resource type',
  },
];

export const REFERENCE_MISTAKES: readonly Mistake[] = [
  {
    title: 'a variable that is not declared',
    file: 'function.tf',
    from: 'var.memory',
    to: 'var.ram',
    problem: 'google_cloudfunctions2_function.collector: var.ram: there is no such variable',
  },
  {
    title: 'a local that is not declared',
    file: 'pubsub.tf',
    from: 'local.ack_deadline_seconds',
    to: 'local.ack_deadline',
    problem: 'google_pubsub_subscription.collector: local.ack_deadline: there is no such local',
  },
  {
    title: 'a resource that is not declared',
    file: 'outputs.tf',
    from: 'google_pubsub_subscription.refused.id',
    to: 'google_pubsub_subscription.dropped.id',
    problem:
      'output refused_subscription: google_pubsub_subscription.dropped.id: there is no such resource',
  },
  {
    title: 'a resource in depends_on that is not declared',
    file: 'function.tf',
    from: 'google_pubsub_topic_iam_member.refused]',
    to: 'google_pubsub_topic_iam_member.dropped]',
    problem:
      'google_cloudfunctions2_function.collector: google_pubsub_topic_iam_member.dropped: there is no such resource',
  },
  {
    title: 'an attribute that the resource does not have',
    file: 'bigtable.tf',
    from: 'google_service_account.collector.member',
    to: 'google_service_account.collector.address',
    problem:
      'google_bigtable_table_iam_member.collector: google_service_account.collector.address: it has no attribute address',
  },
  {
    title: 'an attribute that a nested block does not have',
    file: 'locals.tf',
    from: 'service_config[0].uri',
    to: 'service_config[0].url',
    problem:
      'locals: google_cloudfunctions2_function.collector.0.service_config.0.url: it has no attribute url',
  },
  {
    title: 'a resource with a count and no index',
    file: 'locals.tf',
    from: 'google_pubsub_topic.bundles[0].id',
    to: 'google_pubsub_topic.bundles.id',
    problem: 'locals: google_pubsub_topic.bundles.id: it needs an index',
  },
  {
    title: 'an index that a resource with a count cannot have',
    file: 'locals.tf',
    from: 'google_pubsub_topic.bundles[0].id',
    to: 'google_pubsub_topic.bundles[1].id',
    problem: 'locals: google_pubsub_topic.bundles.1.id: there is none with the index 1',
  },
  {
    title: 'an index that for_each does not have',
    file: 'dashboard.tf',
    from: 'by_code["retried"].name',
    to: 'by_code["repeated"].name',
    problem:
      'locals: google_logging_metric.by_code."repeated".name: there is none with the index "repeated"',
  },
  {
    title: 'a member that the object of a variable does not have',
    file: 'locals.tf',
    from: 'var.existing_table.table',
    to: 'var.existing_table.name',
    problem: 'locals: var.existing_table.name: it has no name',
  },
  {
    title: 'each without for_each',
    file: 'dead_letters.tf',
    from: 'google_pubsub_topic.refused.name',
    to: 'each.value',
    problem: 'google_pubsub_topic_iam_member.refused: each.value: it has no for_each',
  },
  {
    title: 'a variable within a text',
    file: 'accounts.tf',
    from: '"${var.name}-pusher"',
    to: '"${var.prefix}-pusher"',
    problem: 'google_service_account.pusher: var.prefix: there is no such variable',
  },
  {
    title: 'a variable within a text within an expression',
    file: 'dashboard.tf',
    from: 'displayName = "LogDog Collector (${var.name})"',
    to: 'displayName = "LogDog Collector (${var.title})"',
    problem: 'google_monitoring_dashboard.collector: var.title: there is no such variable',
  },
  {
    title: 'a variable within a text within a for',
    file: 'variables.tf',
    from: 'startswith(cluster.zone, "${var.region}-")',
    to: 'startswith(cluster.zone, "${var.area}-")',
    problem: 'variable bigtable_clusters: var.area: there is no such variable',
  },
  {
    title: 'a variable that nothing uses',
    file: 'function.tf',
    from: 'var.build_service_account',
    to: 'null',
    problem: 'var.build_service_account: nothing refers to it',
  },
  {
    title: 'an output of the module that is not declared, in the example',
    file: 'examples/basic/main.tf',
    from: 'module.logdog_collector.topic',
    to: 'module.logdog_collector.bundles',
    problem: 'output topic: module.logdog_collector.bundles: there is no such output',
  },
  {
    title: 'a variable of the module that is not declared, in the example',
    file: 'examples/basic/main.tf',
    from: 'coordinator_host = ',
    to: 'coordinator      = ',
    problem: 'module logdog_collector: coordinator: there is no such variable',
  },
  {
    title: 'a variable without a default that is not set, in the example',
    file: 'examples/basic/main.tf',
    from: '  coordinator_host = "logdog.example.com"\n',
    to: '',
    problem: 'module logdog_collector: coordinator_host is missing',
  },
];

/** Each is made in one place of a file, and so are its references: the order is all that is wrong. */
export const ORDER_MISTAKES: readonly Mistake[] = [
  ...[
    ['a topic', 'dead_letters.tf', 'labels  = var.labels', 'google_pubsub_topic.refused'],
    [
      'an account',
      'accounts.tf',
      'display_name = "LogDog Collector"',
      'google_service_account.collector',
    ],
    ['an instance of Bigtable', 'bigtable.tf', '    }\n  }', 'google_bigtable_instance.logs'],
    ['a bucket', 'function.tf', 'force_destroy = true', 'google_storage_bucket.source'],
  ].map(([what, file, before, resource]) => ({
    title: `${what!} that does not wait for the services`,
    file: file!,
    from: `${before!}\n\n  depends_on = [google_project_service.needed]\n`,
    to: `${before!}\n`,
    problem: `${resource!}: it does not wait for google_project_service.needed`,
  })),
  {
    title: 'an alert that does not wait for the services',
    file: 'alerts.tf',
    from: 'or the expiration of the prefixes, ends."\n  }\n\n  depends_on = [google_project_service.needed]\n',
    to: 'or the expiration of the prefixes, ends."\n  }\n',
    problem:
      'google_monitoring_alert_policy.late: it does not wait for google_project_service.needed',
  },
  {
    title: 'a subscription that pushes before it may',
    file: 'pubsub.tf',
    from: '    google_cloud_run_v2_service_iam_member.pusher,\n',
    to: '',
    problem:
      'google_pubsub_subscription.collector: it does not wait for google_cloud_run_v2_service_iam_member.pusher',
  },
  {
    title: 'a function that is there before the subscription of dead letters',
    file: 'function.tf',
    from: '[google_pubsub_subscription.refused, google_pubsub_topic_iam_member.refused]',
    to: '[google_pubsub_topic_iam_member.refused]',
    problem:
      'google_cloudfunctions2_function.collector: it does not wait for google_pubsub_subscription.refused',
  },
  {
    title: 'a topic whose name is its own',
    file: 'pubsub.tf',
    from: '"${var.name}-bundles"',
    to: 'local.topic',
    problem: 'google_pubsub_topic.bundles: it waits for itself',
  },
];

export const MISSPELLED: Mistake = {
  title: 'a function that is misspelled',
  file: 'dashboard.tf',
  from: 'jsonencode({',
  to: 'json_encode({',
  problem: 'json_encode',
};
