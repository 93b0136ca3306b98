// Put first into every page of the tests: keeps what the console is told and what nobody catches,
// across the pages of a test, because not every engine's driver can tell.
{
  // One entry each, without JSON: some host pages change what JSON makes of arrays and strings.
  const keep = (kind, parts) => {
    const text = Array.from(parts, (part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part))).join(" ");
    sessionStorage.setItem(`said ${String(sessionStorage.length).padStart(4, "0")}`, `${kind}: ${text}`);
  };
  for (const kind of ["error", "warn"]) {
    const original = console[kind];
    console[kind] = (...parts) => {
      keep(kind, parts);
      original.apply(console, parts);
    };
  }
  addEventListener("error", (event) => keep("uncaught", [event.message || `could not load ${event.target?.src ?? event.target?.href}`]), true);
  addEventListener("unhandledrejection", (event) => keep("unhandled", [event.reason]));
  addEventListener("securitypolicyviolation", (event) => keep("policy", [event.violatedDirective, event.blockedURI]));
  // The finder's events, for the tests to look at.
  window.finderEvents = [];
  for (const name of ["ready", "change", "open", "play", "error"]) {
    addEventListener(`service-finder-${name}`, (event) => {
      finderEvents.push({ name, detail: event.detail, composed: event.composed, bubbles: event.bubbles, target: event.target.id });
    });
  }
}
