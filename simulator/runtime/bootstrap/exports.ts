// `exports`: functions published to other resources and those of others, both carried by local events.

type AnyFunction = (...args: unknown[]) => unknown;

export interface ExportPorts {
  server: boolean;
  resource: string;
  on(name: string, listener: (...args: never[]) => unknown): void;
  emit(name: string, ...args: unknown[]): void;
  /** Values of a manifest key of this resource. */
  metadata(key: string): string[];
  global(name: string): unknown;
}

/** Creates the `exports` object and installs what keeps it honest when resources come and go. */
export function createExports(ports: ExportPorts): object {
  const side = ports.server ? 'Server' : 'Client';
  const found: Record<string, Record<string, AnyFunction>> = {};
  const listsOf = (resource: string) => {
    found[resource] ??= {};
    return found[resource];
  };

  ports.on(`on${side}ResourceStop`, (resource: string) => {
    found[resource] = {};
  });
  // The manifest's own way to export: `server_export 'name'` publishes the global of that name.
  ports.on(`on${side}ResourceStart`, (resource: string) => {
    if (resource !== ports.resource) return;
    for (const name of ports.metadata(ports.server ? 'server_export' : 'export')) {
      publish(name, () => ports.global(name));
    }
  });

  function publish(name: string, read: () => unknown): void {
    ports.on(eventOf(ports.resource, name), (give: (fn: unknown) => void) => {
      const value = read();
      if (value) give(value);
    });
  }

  function lookUp(resource: string, name: string): AnyFunction {
    const known = listsOf(resource);
    if (!known[name]) {
      ports.emit(eventOf(resource, name), (fn: AnyFunction) => {
        listsOf(resource)[name] = fn;
      });
      if (!listsOf(resource)[name]) throw new Error(`No such export ${name} in resource ${resource}`);
    }
    return (...args) => {
      try {
        // Looked up again: the owner may have stopped since this function was torn off `exports`.
        return (listsOf(resource)[name] as AnyFunction)(...args);
      } catch {
        throw new Error(
          `An error occurred while calling export ${name} of resource ${resource} - see above for details`,
        );
      }
    };
  }

  const othersOf = (resource: string) =>
    new Proxy(
      {},
      {
        get: (_target, name) => lookUp(resource, name as string),
        set() {
          throw new Error('cannot set values on an export resource');
        },
      },
    );

  return new Proxy(() => {}, {
    get: (_target, resource) => othersOf(resource as string),
    set() {
      throw new Error('cannot set values on exports');
    },
    apply(_target, _self, args: unknown[]) {
      if (args.length !== 2) throw new Error('this needs 2 arguments');
      const [name, fn] = args as [string, unknown];
      publish(name, () => fn);
    },
  });
}

/** `txAdmin` is another name of the resource `monitor`. */
function eventOf(resource: string, name: string): string {
  return `__cfx_export_${resource === 'txAdmin' ? 'monitor' : resource}_${name}`;
}
