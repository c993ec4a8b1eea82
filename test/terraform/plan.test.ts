import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder } from '../e2e/function.js';
import { MODULE, ROOT, type Block } from './module.js';
import { SchemaProvider } from './provider.js';
import { readSchema } from './schema.js';
import { describeWithTerraform, terraform } from './terraform.js';

const PLAN_MS_MAX = 60_000;

/** The part of `terraform show -json` that is looked at. */
interface Shown {
  readonly planned_values: {
    readonly outputs: Readonly<Record<string, { readonly value?: unknown }>>;
    readonly root_module: { readonly child_modules: readonly [{ readonly resources: Resource[] }] };
  };
}

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

describeWithTerraform('terraform plan of the example', () => {
  const folder = temporaryFolder();
  const copy = join(folder.path, 'deploy/terraform');
  const example = join(copy, 'examples/basic');
  const main = readFileSync(join(MODULE, 'examples/basic/main.tf'), 'utf8');
  let provider: SchemaProvider;

  beforeAll(async () => {
    cpSync(MODULE, copy, { recursive: true });
    mkdirSync(join(folder.path, 'build'));
    writeFileSync(join(folder.path, 'build/function.zip'), 'a zip');
    provider = await SchemaProvider.start(folder.path, readSchema());
    const made = await terraform(example, ['init', '-backend=false'], provider.env);
    expect(made).toMatchObject({ status: 0 });
  });

  afterAll(() => {
    provider.stop();
    folder.remove();
  });

  /** Plans the example with other inputs of the module. @param without an input that is left out */
  async function plan(inputs: string, without = ''): Promise<Shown> {
    const changed = main
      .replace(without, '')
      .replace('  settings   =', `${inputs}\n  settings   =`);
    writeFileSync(join(example, 'main.tf'), changed);
    const args = ['plan', '-no-color', '-input=false', '-var=project_id=my-project', '-out=made'];
    const { status, out } = await terraform(example, args, provider.env);
    expect({ status, out: status === 0 ? '' : out }).toEqual({ status: 0, out: '' });
    const shown = await terraform(example, ['show', '-json', 'made'], provider.env);
    return JSON.parse(shown.out) as Shown;
  }

  function resourcesOf({ planned_values: values }: Shown): Resource[] {
    return values.root_module.child_modules[0].resources;
  }

  function one(shown: Shown, type: string, name: string): Resource['values'] {
    const found = resourcesOf(shown).filter((made) => made.type === type && made.name === name);
    expect(found).toHaveLength(1);
    return found[0]!.values;
  }

  function typesOf(shown: Shown): Set<string> {
    return new Set(resourcesOf(shown).map(({ type }) => type));
  }

  test('accepts the module and its example as valid', async () => {
    const { status, out } = await terraform(example, ['validate', '-no-color'], provider.env);
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('valid') as string });
  });

  test('rejects an attribute that the schema does not have', async () => {
    writeFileSync(
      join(copy, 'more.tf'),
      'resource "google_pubsub_topic" "more" {\n  topic = 1\n}\n',
    );
    const { status, out } = await terraform(example, ['validate', '-no-color'], provider.env);
    rmSync(join(copy, 'more.tf'));
    expect(status).toBe(1);
    expect(out).toContain('An argument named "topic" is not expected here');
    expect(out).toContain('The argument "name" is required');
  });

  test(
    'creates a function with the settings of function.yaml, a table and a dashboard',
    async () => {
      const shown = await plan('');
      const { service_config: config } = one(shown, 'google_cloudfunctions2_function', 'collector');
      const [{ environment_variables: set }] = config as [{ environment_variables: Block }];
      const flags = parse(readFileSync(join(ROOT, 'function.yaml'), 'utf8')) as Record<
        string,
        Block
      >;
      expect(set).toMatchObject({ ...flags['--set-env-vars'], BIGTABLE_INSTANCE: 'logdog' });
      expect(set.LOG_LEVEL).toBe('info');
      const profile = one(shown, 'google_bigtable_app_profile', 'collector');
      expect(profile.multi_cluster_routing_use_any).toBe(true);
      const { gc_rules: rules } = one(shown, 'google_bigtable_gc_policy', 'log');
      expect(JSON.parse(rules as string)).toEqual({ rules: [{ max_version: 1 }] });
      const dashboard = one(shown, 'google_monitoring_dashboard', 'collector');
      const { gridLayout: layout } = JSON.parse(dashboard.dashboard_json as string) as {
        gridLayout: { widgets: unknown[] };
      };
      expect(layout.widgets).toHaveLength(10);
      expect(JSON.stringify(layout)).toContain('user/logdog-retried');
      expect(typesOf(shown)).not.toContain('google_cloud_run_v2_service');
    },
    PLAN_MS_MAX,
  );

  test(
    'with an image: creates a Cloud Run service, no build, and two clusters that scale',
    async () => {
      const clusters = `[{ zone = "us-central1-b", nodes_max = 3 }, { zone = "us-central1-c" }]`;
      const inputs = `  image = "i"\n  bigtable_clusters = ${clusters}\n  rows_max_age_days = 30`;
      const shown = await plan(inputs, /^ *function_source .*\n/m.exec(main)![0]);
      const { template } = one(shown, 'google_cloud_run_v2_service', 'collector');
      const [{ containers }] = template as [{ containers: [{ env: Block[] }] }];
      expect(containers[0].env).toContainEqual(
        expect.objectContaining({ name: 'BIGTABLE_APP_PROFILE', value: 'collector' }),
      );
      expect(one(shown, 'google_bigtable_instance', 'logs').cluster).toMatchObject([
        { cluster_id: 'logdog-1', autoscaling_config: [{ min_nodes: 1, max_nodes: 3 }] },
        { cluster_id: 'logdog-2', num_nodes: 1 },
      ]);
      const { gc_rules: rules } = one(shown, 'google_bigtable_gc_policy', 'log');
      expect(JSON.parse(rules as string)).toEqual({
        mode: 'union',
        rules: [{ max_age: '720h' }, { max_version: 1 }],
      });
      expect([...typesOf(shown)].filter((type) => /storage|functions/.test(type))).toEqual([]);
    },
    PLAN_MS_MAX,
  );

  test(
    'with a table and a topic that exist: creates neither, and an app profile for single-cluster transactions',
    async () => {
      const table = '{ instance = "theirs", table = "rows", cluster = "c-1" }';
      const inputs = `  existing_table = ${table}\n  existing_topic = "projects/p/topics/t"\n  bigtable_writes = "conditional"`;
      const shown = await plan(inputs);
      const profile = one(shown, 'google_bigtable_app_profile', 'collector');
      expect(profile).toMatchObject({
        instance: 'theirs',
        single_cluster_routing: [{ cluster_id: 'c-1', allow_transactional_writes: true }],
      });
      expect(profile.multi_cluster_routing_use_any).toBeNull();
      const subscription = one(shown, 'google_pubsub_subscription', 'collector');
      expect(subscription.topic).toBe('projects/p/topics/t');
      const grant = one(shown, 'google_bigtable_table_iam_member', 'collector');
      expect(grant).toMatchObject({ instance_name: 'theirs', table: 'rows' });
      const made = [...typesOf(shown)].filter((type) =>
        /bigtable_(instance|table|gc_policy)$/.test(type),
      );
      expect(made).toEqual([]);
      expect(shown.planned_values.outputs.topic!.value).toBe('projects/p/topics/t');
    },
    PLAN_MS_MAX,
  );
});
