// Stands for the glue of the Rust module where a test needs what the real one cannot be made to do:
// to panic on request, to tell how often it was started, or to be ready at a chosen moment.

let panicked = () => {};
let dead = false;
globalThis.stub ??= { copies: 0, mounts: 0, unmounts: 0, calls: [] };

export default async function init({ module_or_path }) {
  stub.copies += 1;
  return WebAssembly.instantiate(await module_or_path);
}

export function begin(handler) {
  panicked = handler;
}

export function mount(host, root, config, tell) {
  const use = (call) => {
    if (dead) throw new Error("a module that panicked was called");
    stub.calls.push(call);
  };
  use("mount");
  stub.mounts += 1;
  stub.config = config;
  let query = { ...config.attributes };
  const button = document.createElement("button");
  button.textContent = `mounted (${config.lang})`;
  button.addEventListener("blur", () => use("blur"));
  button.addEventListener("click", () => {
    // As a Rust panic does: the hook runs, then the call ends with an exception.
    dead = true;
    panicked();
    throw new WebAssembly.RuntimeError("unreachable");
  });
  root.append(button);
  const ready = () => {
    tell("state", { state: "ready" });
    tell("ready", { services: 0, problems: 0, ms: 0 });
  };
  tell("state", { state: "loading" });
  (config.first ?? Promise.resolve()).then(ready, () => {
    tell("state", { state: "failed" });
    tell("error", { code: "catalogue", message: "no catalogue" });
  });
  return {
    query: () => (use("query"), query),
    set_query: (next) => (use("set_query"), (query = next)),
    open: (id) => use(`open ${id}`),
    reset: () => (use("reset"), (query = {})),
    attribute_changed: (name, value) => use(`attribute ${name}=${value}`),
    unmount() {
      use("unmount");
      stub.unmounts += 1;
      root.textContent = "";
    },
  };
}
