import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfSuite } from '../e2e/function.js';
import { type Agreement, agreements, unknownFlags } from './agreements.js';
import { type Block, type Module, ROOT } from './module.js';
import { type Deployment, type Mutation, readMutated } from './mutated.js';

interface Difference extends Mutation {
  readonly title: string;
  /** What then differs; more than one where a value has several uses. */
  readonly what: readonly string[];
}

const FUNCTION = 'google_cloudfunctions2_function.collector';
const SERVICE = 'google_cloud_run_v2_service.collector';
const SUBSCRIPTION = 'google_pubsub_subscription.collector';

const DIFFERENCES: readonly Difference[] = [
  {
    title: 'another runtime',
    file: 'function.tf',
    from: '"nodejs24"',
    to: '"nodejs22"',
    what: [`${FUNCTION}.build_config.runtime`],
  },
  {
    title: 'other memory',
    file: 'variables.tf',
    from: 'default     = "1Gi"',
    to: 'default     = "2Gi"',
    what: [
      `${FUNCTION}.service_config.available_memory`,
      `${SERVICE}.template.containers.resources.limits.memory`,
    ],
  },
  {
    title: 'another timeout',
    file: 'locals.tf',
    from: 'timeout_seconds      = 90',
    to: 'timeout_seconds      = 60',
    what: [`${FUNCTION}.service_config.timeout_seconds`, `${SERVICE}.template.timeout`],
  },
  {
    title: 'another value of a setting',
    file: 'locals.tf',
    from: '"33554432"',
    to: '"32"',
    what: ['the setting MALLOC_MMAP_THRESHOLD_'],
  },
  {
    title: 'pushes that are not authenticated',
    file: 'locals.tf',
    from: 'PUSH_AUTH = "platform"',
    to: 'PUSH_AUTH = "off"',
    what: ['the setting PUSH_AUTH'],
  },
  {
    title: 'a setting that the module makes and users may set',
    file: 'locals.tf',
    from: '"COORDINATOR_HOST", ',
    to: '',
    what: ['the settings that var.settings may not have'],
  },
  {
    title: 'another ack deadline',
    file: 'locals.tf',
    from: 'ack_deadline_seconds = 120',
    to: 'ack_deadline_seconds = 60',
    what: [`${SUBSCRIPTION}.ack_deadline_seconds`],
  },
  {
    title: 'wrapped pushes',
    file: 'pubsub.tf',
    from: '    no_wrapper {\n      write_metadata = true\n    }\n',
    to: '',
    what: [`${SUBSCRIPTION}.push_config.no_wrapper.write_metadata`],
  },
  {
    title: 'tokens of another account',
    file: 'pubsub.tf',
    from: 'google_service_account.pusher.email',
    to: 'google_service_account.collector.email',
    what: [`${SUBSCRIPTION}.push_config.oidc_token.service_account_email`],
  },
  {
    title: 'no retry policy',
    file: 'pubsub.tf',
    from: '  retry_policy {\n    minimum_backoff = "10s"\n    maximum_backoff = "600s"\n  }\n',
    to: '',
    what: [
      `${SUBSCRIPTION}.retry_policy.minimum_backoff`,
      `${SUBSCRIPTION}.retry_policy.maximum_backoff`,
    ],
  },
  {
    title: 'a subscription that expires',
    file: 'pubsub.tf',
    from: 'ttl = ""',
    to: 'ttl = "2678400s"',
    what: [`${SUBSCRIPTION}.expiration_policy.ttl`],
  },
  {
    title: 'a dead-letter policy',
    file: 'pubsub.tf',
    from: '  # No dead_letter_policy',
    to: '  dead_letter_policy {\n    max_delivery_attempts = 5\n  }\n  # No dead_letter_policy',
    what: [`${SUBSCRIPTION}.dead_letter_policy`],
  },
  {
    title: 'other retention',
    file: 'variables.tf',
    from: 'default     = 7',
    to: 'default     = 1',
    what: [`${SUBSCRIPTION}.message_retention_duration`],
  },
  {
    title: 'more rights on the table',
    file: 'bigtable.tf',
    from: 'roles/bigtable.user',
    to: 'roles/bigtable.admin',
    what: ['google_bigtable_table_iam_member.collector.role'],
  },
  {
    title: 'another account that may call the function',
    file: 'accounts.tf',
    from: '= google_service_account.pusher.member',
    to: '= google_service_account.collector.member',
    what: ['google_cloud_run_v2_service_iam_member.pusher.member'],
  },
  {
    title: 'more versions of a cell',
    file: 'bigtable.tf',
    from: '? jsonencode({ rules = [{ max_version = 1',
    to: '? jsonencode({ rules = [{ max_version = 2',
    what: ['google_bigtable_gc_policy.log.gc_rules'],
  },
  {
    title: 'an alert on other words',
    file: 'alerts.tf',
    from: 'jsonPayload.message : \\"was refused\\"',
    to: 'jsonPayload.message : \\"refused\\"',
    what: ['google_monitoring_alert_policy.refused.conditions.condition_matched_log.filter'],
  },
  {
    title: 'an alert on another load',
    file: 'alerts.tf',
    from: 'threshold_value = 0.7',
    to: 'threshold_value = 0.9',
    what: [
      'google_monitoring_alert_policy.bigtable_load.conditions.condition_threshold.threshold_value',
    ],
  },
  {
    title: 'an alert on pushes that are acked',
    file: 'alerts.tf',
    from: 'response_class != \\"ack\\"',
    to: 'response_class = \\"ack\\"',
    what: ['google_monitoring_alert_policy.nacks.conditions.condition_threshold.filter'],
  },
  {
    title: 'an alert on a resource that does not have the metric',
    file: 'alerts.tf',
    from: 'resource.type = \\"bigtable_cluster\\"',
    to: 'resource.type = \\"bigtable_table\\"',
    what: ['google_monitoring_alert_policy.bigtable_load.conditions.condition_threshold.filter'],
  },
  {
    title: 'a chart of a resource that does not have the metric',
    file: 'dashboard.tf',
    from: '      of      = local.of_subscription\n      metric  = "pubsub.googleapis.com/subscription/num',
    to: '      of      = local.of_service\n      metric  = "pubsub.googleapis.com/subscription/num',
    what: ['the chart Backlog (messages)'],
  },
  {
    title: 'one cluster with grouped writes, and any with conditional ones,',
    file: 'bigtable.tf',
    from: 'bigtable_writes == "conditional" ? [local.cluster] : []',
    to: 'bigtable_writes == "grouped" ? [local.cluster] : []',
    what: [
      'the routing of the app profile, with grouped writes',
      'the routing of the app profile, with conditional writes',
    ],
  },
  {
    title: 'any cluster with both ways of writing',
    file: 'bigtable.tf',
    from: 'bigtable_writes == "grouped" ? true : null',
    to: 'bigtable_writes == "grouped" ? true : true',
    what: ['the routing of the app profile, with conditional writes'],
  },
  {
    title: 'an app profile without transactions',
    file: 'bigtable.tf',
    from: 'allow_transactional_writes = true',
    to: 'allow_transactional_writes = false',
    what: ['the routing of the app profile, with conditional writes'],
  },
  {
    title: 'an app profile of another cluster than the first',
    file: 'locals.tf',
    from: '"${var.name}-1"',
    to: '"${var.name}-0"',
    what: ['the routing of the app profile, with conditional writes'],
  },
  {
    title: 'a cluster of another name',
    file: 'bigtable.tf',
    from: '${cluster.key + 1}',
    to: '${cluster.key + 2}',
    what: ['google_bigtable_instance.logs.dynamic.cluster.content.cluster_id'],
  },
  {
    title: "a Cloud Run service with the user's settings alone",
    file: 'container.tf',
    from: 'for_each = local.settings',
    to: 'for_each = var.settings',
    what: [`${SERVICE}.template.containers.env`],
  },
  {
    title: "the user's settings over those of the module",
    file: 'locals.tf',
    from: 'merge(var.settings, local.collector_settings)',
    to: 'merge(local.collector_settings, var.settings)',
    what: ['the settings of both'],
  },
  {
    title: 'a Cloud Run service in place of each function',
    file: 'container.tf',
    from: 'count = var.image == null ? 0 : 1',
    to: 'count = var.image == null ? 1 : 0',
    what: [`${SERVICE}, without an image`, `${SERVICE}, with an image`],
  },
  {
    title: 'an output of another subscription',
    file: 'outputs.tf',
    from: 'google_pubsub_subscription.collector.id',
    to: 'google_pubsub_subscription.refused.id',
    what: ['the output subscription'],
  },
  {
    title: 'a service that is not enabled',
    file: 'services.tf',
    from: '    "run.googleapis.com",\n',
    to: '',
    what: ['the services that are enabled'],
  },
];

function differing(module: Module): Agreement[] {
  return agreements(module).filter(
    (one) => JSON.stringify(one.document) !== JSON.stringify(one.module),
  );
}

describe('the values of the Terraform module', () => {
  const folder = folderOfSuite();
  let original: Module;
  let mutated: ReadonlyMap<Difference, Deployment>;

  beforeAll(() => {
    const read = readMutated(folder, DIFFERENCES);
    original = read.original.module;
    mutated = new Map(DIFFERENCES.map((difference, i) => [difference, read.mutated[i]!]));
  });

  test('are those of function.yaml, docs/operations.md and docs/alerts', () => {
    expect(agreements(original).length).toBeGreaterThan(100);
    expect(differing(original)).toEqual([]);
  });

  test('are compared with every flag of function.yaml', () => {
    expect(unknownFlags()).toEqual([]);
  });

  test('allow the pusher alone to call the function, and grant nothing to all users', () => {
    const { resources } = original;
    const services = [
      'google_cloud_run_v2_service_iam_member',
      'google_cloudfunctions2_function_iam_member',
    ];
    const grants = services.flatMap((type) => Object.keys(resources[type] ?? {}));
    expect(grants).toEqual(['pusher']);
    expect(resources.google_storage_bucket!.source).toMatchObject({
      uniform_bucket_level_access: true,
      public_access_prevention: 'enforced',
    });
    expect(JSON.stringify(resources)).not.toMatch(/allUsers|allAuthenticatedUsers/);
  });

  test('grant the rights that the guide names, and no others', () => {
    const grants = Object.entries(original.resources)
      .filter(([type]) => type.includes('_iam_'))
      .flatMap(([type, named]) =>
        Object.values(named).map(({ role }) => `${type} ${role as string}`),
      );
    expect(grants.sort()).toEqual([
      'google_bigtable_table_iam_member roles/bigtable.user',
      'google_cloud_run_v2_service_iam_member roles/run.invoker',
      // Of Butlers on the topic, and of the collector on that of dead letters.
      'google_pubsub_topic_iam_member roles/pubsub.publisher',
      'google_pubsub_topic_iam_member roles/pubsub.publisher',
    ]);
  });

  test('count retries and drops by the texts that the function logs', () => {
    const source = readFileSync(join(ROOT, 'src/push/outcome.ts'), 'utf8');
    const metrics = original.resources.google_logging_metric!.by_code!.for_each as Block;
    const words = Object.values(metrics).map((metric) => (metric as Block).words as string);
    expect(words).toHaveLength(2);
    expect(words.filter((text) => !source.includes(`'${text}'`))).toEqual([]);
  });

  test('give the dashboard a chart of each metric to watch, and of no other', () => {
    const charts = (original.locals.charts as readonly Block[]).map(({ metric }) => metric);
    const metrics = [
      'pubsub.googleapis.com/subscription/num_undelivered_messages',
      'pubsub.googleapis.com/subscription/oldest_unacked_message_age',
      'run.googleapis.com/request_count',
      'logging.googleapis.com/user/${google_logging_metric.by_code["retried"].name}',
      'logging.googleapis.com/user/${google_logging_metric.by_code["refused"].name}',
      'run.googleapis.com/container/cpu/utilizations',
      'run.googleapis.com/container/memory/utilizations',
      'run.googleapis.com/container/instance_count',
      'bigtable.googleapis.com/cluster/cpu_load',
      'bigtable.googleapis.com/cluster/storage_utilization',
    ];
    expect(charts).toEqual(metrics);
  });

  test.each(DIFFERENCES.map((one) => [one.title, one] as const))(
    'with %s are reported to differ from the documents',
    (_, difference) => {
      const found = differing(mutated.get(difference)!.module);
      expect(found.map(({ what }) => what)).toEqual(difference.what);
    },
  );
});
