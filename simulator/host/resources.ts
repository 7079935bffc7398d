// The resources of one side: adding, starting and stopping them in the host's order of steps.
import { checkConstraint, checkManifest, type ServerFacts } from './constraints.ts';
import { ManifestError } from './manifest.ts';
import { createResource, missingFiles, type Resource } from './resource.ts';
import type { OtherResource, Side } from './types.ts';

export interface ResourcePorts {
  side: Side;
  /** What constraints are checked against; null on clients, which check none. */
  facts: (() => ServerFacts) | null;
  print(channel: string, text: string): void;
  problem(message: string, resource: string): void;
  /** Raises an event now; false when it was cancelled. */
  trigger(name: string, resource: string): boolean;
  queue(name: string, resource: string): void;
  runScripts(resource: Resource): void;
  endScripts(resource: Resource): void;
  /** After everything else of a start, and in the middle of a stop: tells the clients. */
  started?(resource: Resource): void;
  stopping?(resource: Resource): void;
  stopped?(resource: Resource): void;
}

export interface Resources {
  /** Null when the manifest cannot be read, which is reported. */
  add(definition: OtherResource): Resource | null;
  remove(name: string): void;
  /** By its own name. */
  find(name: string): Resource | undefined;
  /** By name, or by what a started resource provides. */
  get(name: string): Resource | undefined;
  list(): Resource[];
  /** Started resources in the order they were started. */
  started(): Resource[];
  start(name: string): boolean;
  stop(name: string): boolean;
  /** Ends the scripts as if the process had died: nothing is told, nothing is cleaned up by scripts. */
  kill(name: string): void;
  /** Reads the manifests of folders again. */
  refresh(): void;
}

export function createResources(ports: ResourcePorts): Resources {
  const resources = new Map<string, Resource>();
  const order: string[] = [];
  const dependants = new Map<string, Set<string>>();
  const Side = ports.side === 'server' ? 'Server' : 'Client';

  const get = (name: string) => {
    const own = resources.get(name);
    if (own && own.state !== 'stopped') return own;
    // `provide 'name'` stands in for a resource that is missing or stopped.
    const provider = [...resources.values()].find(
      (other) => other.state === 'started' && other.manifest.values('provide').includes(name),
    );
    return provider ?? own;
  };

  function warn(resource: Resource, channel: string, message: string): void {
    ports.print(channel, `^3Warning: ${message}^7`);
    ports.problem(message, resource.name);
  }

  /** Starts what a resource depends on; false when something is missing or a constraint is not met. */
  function startDependencies(resource: Resource): boolean {
    const unmet: string[] = [];
    for (const name of [
      ...resource.manifest.values('dependency'),
      ...resource.manifest.values('dependencie'),
    ]) {
      const constraint = ports.facts
        ? checkConstraint(name, ports.facts())
        : name.startsWith('/')
          ? null
          : undefined;
      if (constraint === null) continue;
      if (constraint !== undefined) unmet.push(constraint);
      else if (!startDependency(resource, name)) return false;
    }
    if (unmet.length === 0) return true;
    const list = unmet.map((reason, i) => `${String(i + 1).padStart(3)}. ${reason}`);
    const message = [`Resource '${resource.name}' can't run:`, ...list].join('\n');
    ports.print('citizen-resources-core', message);
    ports.problem(message, resource.name);
    return false;
  }

  function startDependency(resource: Resource, name: string): boolean {
    const other = get(name);
    if (other) {
      const names = dependants.get(other.name) ?? new Set();
      names.add(resource.name);
      dependants.set(other.name, names);
    }
    if (other && (other.state !== 'stopped' || start(other.name))) return true;
    const message = `Could not ${other ? 'start' : 'find'} dependency ${name} for resource ${resource.name}.`;
    ports.print('citizen-resources-core', message);
    ports.problem(message, resource.name);
    return false;
  }

  function isAcceptable(resource: Resource): boolean {
    if (ports.side === 'client') return true;
    const problems = checkManifest(resource.name, resource.manifest);
    for (const message of problems) warn(resource, 'resources', message);
    return problems.length === 0;
  }

  function start(name: string): boolean {
    const resource = resources.get(name) ?? get(name);
    if (!resource) return false;
    if (resource.state === 'started') return true;
    resource.state = 'starting';
    if (
      !ports.trigger('onResourceStarting', name) ||
      !startDependencies(resource) ||
      !isAcceptable(resource)
    ) {
      resource.state = 'stopped';
      return false;
    }
    ports.runScripts(resource);
    order.push(name);
    ports.queue(`on${Side}ResourceStart`, name);
    ports.trigger('onResourceStart', name);
    if (ports.side === 'server') announce(resource);
    resource.state = 'started';
    ports.started?.(resource);
    return true;
  }

  function announce(resource: Resource): void {
    const missing = missingFiles(resource);
    for (const message of missing) warn(resource, `resources:${resource.name}`, message);
    const count = missing.length;
    const note = count === 0 ? '' : ` (${count} warning${count === 1 ? '' : 's'})`;
    ports.print('resources', `Started resource ${resource.name}${note}`);
  }

  function stop(name: string): boolean {
    const resource = resources.get(name);
    if (!resource) return false;
    if (resource.state === 'stopped') return true;
    for (const dependant of dependants.get(name) ?? []) if (dependant !== name) stop(dependant);
    dependants.delete(name);
    ports.trigger('onResourceStop', name);
    if (ports.side === 'server') ports.print('resources', `Stopping resource ${name}`);
    ports.stopping?.(resource);
    ports.queue(`on${Side}ResourceStop`, name);
    end(resource);
    return true;
  }

  function end(resource: Resource): void {
    ports.endScripts(resource);
    for (const undo of resource.cleanups.splice(0).reverse()) undo();
    resource.state = 'stopped';
    const at = order.indexOf(resource.name);
    if (at >= 0) order.splice(at, 1);
    ports.stopped?.(resource);
  }

  function add(definition: OtherResource): Resource | null {
    const known = resources.get(definition.name);
    if (known && known.state !== 'stopped') stop(definition.name);
    try {
      const resource = createResource(definition);
      resource.httpHandler = known?.httpHandler ?? null;
      resources.set(definition.name, resource);
      return resource;
    } catch (error) {
      if (!(error instanceof ManifestError)) throw error;
      const message = `Couldn't load resource ${definition.name}: ${error.message}`;
      ports.print(`resources:${definition.name}`, `^1Error: ${message}^7`);
      ports.problem(message, definition.name);
      return null;
    }
  }

  return {
    add,
    find: (name) => resources.get(name),
    get,
    start,
    stop,
    list: () => [...resources.values()],
    started: () => order.flatMap((name) => resources.get(name) ?? []),
    remove(name) {
      stop(name);
      resources.delete(name);
    },
    kill(name) {
      const resource = resources.get(name);
      if (resource && resource.state !== 'stopped') end(resource);
    },
    refresh() {
      for (const resource of resources.values()) {
        if (resource.dir === null) continue;
        try {
          resource.manifest = createResource(resource.definition).manifest;
        } catch (error) {
          if (!(error instanceof ManifestError)) throw error;
          ports.print(`resources:${resource.name}`, `^1Error: ${error.message}^7`);
          ports.problem(error.message, resource.name);
        }
      }
    },
  };
}
