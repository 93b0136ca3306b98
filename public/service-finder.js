// <service-finder>: the custom element and its loader.
//
// WebAssembly cannot extend HTMLElement, so this file does what must be JavaScript and nothing more:
// it registers the tag, shows what the page wrote inside the element until the finder is ready,
// starts the downloads, and puts that content back if anything fails. The finder itself is Rust.
// Comments stand on lines of their own, so that the build can leave them out.

const TAG = "service-finder";
const VERSION = "__VERSION__";

// What the page may write on the element; anything else is the page's own business.
const QUERY_ATTRIBUTES = ["q", "region", "municipality", "type", "audience", "view", "sort"];
const ATTRIBUTES = [
  ...QUERY_ATTRIBUTES, "catalogue", "lang", "lock", "sections", "theme", "heading-level", "url-key", "private", "video",
];

// Only what is said before the finder can speak for itself.
const WORDS = {
  lv: { loading: "Meklētājs tiek ielādēts…", failed: "Meklētāju neizdevās palaist.", retry: "Mēģināt vēlreiz", title: "Pakalpojumu meklētājs" },
  en: { loading: "The finder is loading…", failed: "The finder could not start.", retry: "Try again", title: "Service finder" },
};

// A constructed sheet, because a strict Content-Security-Policy refuses <style> and style="".
const SHEET = `
  :host { display: block }
  :host([hidden]), [hidden] { display: none }
  [part="root"] { position: relative }
  iframe { display: block; border: 0; width: 100%; height: 45em }
  .coming { position: absolute; visibility: hidden }
  .waits { position: absolute; block-size: 1px; contain: strict; clip-path: inset(50%) }
  .notice { display: flex; flex-wrap: wrap; align-items: center; gap: .5em .75em; margin: 0 0 1em }
  .notice button { min-height: 44px; padding: 0 1em; font: inherit }`;

// What a visitor does to a finder: some pages stop these for everybody.
const ACTS = ["click", "mousedown", "keydown", "input", "change", "submit"];

const make = (name, part) => {
  const element = document.createElement(name);
  if (part) element.setAttribute("part", part);
  return element;
};

class Failure extends Error {
  constructor(code, message, cause) {
    super(message, { cause });
    this.code = code;
  }
}

// Both start at once: the module compiles while its glue is still on the way.
// After a failure the address gets a fragment, because browsers remember a module that failed to load.
async function start(attempt) {
  const wasm = new URL("__FINDER_WASM__", import.meta.url).href;
  const script = new URL("__FINDER_GLUE__", import.meta.url).href + (attempt ? `#${attempt}` : "");
  if (typeof WebAssembly !== "object") {
    throw new Failure("wasm-unsupported", "this browser has no WebAssembly, or it is switched off");
  }
  try {
    // The smallest module there is: what a policy thinks of it, it thinks of ours, before any download.
    // WebKit minds only instances.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (cause) {
    throw new Failure("wasm-blocked", "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src", cause);
  }
  const [glue, module] = await Promise.all([
    import(script).catch((cause) => {
      throw new Failure("script", `could not load ${script}: is it there, served as text/javascript, and allowed by the page's script-src (from another origin: with CORS)?`, cause);
    }),
    compile(wasm),
  ]);
  await glue.default({ module_or_path: module });
  return glue;
}

async function compile(url) {
  let response;
  let bytes;
  try {
    response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    // Streaming insists on the type; a server that does not know it costs some time, not the finder.
    const streams = response.headers.get("content-type") === "application/wasm" && WebAssembly.compileStreaming;
    bytes = streams ? undefined : await response.arrayBuffer();
    return await (bytes ? WebAssembly.compile(bytes) : WebAssembly.compileStreaming(response));
  } catch (cause) {
    if (cause instanceof WebAssembly.CompileError) {
      throw new Failure("wasm-unsupported", `could not compile ${url}: the browser is too old, or the file is damaged`, cause);
    }
    throw new Failure("network", `could not load ${url}: is it there, and allowed by the page's connect-src (from another origin: with CORS)?`, cause);
  }
}

class ServiceFinder extends HTMLElement {
  static version = VERSION;
  static observedAttributes = ATTRIBUTES;

  // Shared by all finders of the page.
  static #sheet;
  static #core;
  static #attempt = 0;
  static #live = new Set();
  static #owners = new Map();
  static #downloads = new Map();
  // Handles into a module that panicked: were they collected, their finalizers would call into it.
  static #dead = [];
  // Events that came to us, and kinds of events that did not because the page stops them.
  static #arrived = new WeakSet();
  static #stopped = new Set();

  #shadow = this.attachShadow({ mode: "open" });
  #slot = make("slot");
  #root;
  // An object as long as the element is on a page: what answers late compares it.
  #session;
  #handle;
  #settling = false;
  #warned = false;
  // What to ask for when the finder gets ready, and the fragment it was left with (undefined: set by a script).
  #wanted;
  #leftAt;
  #opening;
  #ready;

  constructor() {
    super();
    if (!ServiceFinder.#sheet) {
      ServiceFinder.#sheet = new CSSStyleSheet();
      ServiceFinder.#sheet.replaceSync(SHEET);
    }
    this.#shadow.adoptedStyleSheets = [ServiceFinder.#sheet];
    this.#shadow.appendChild(this.#slot);
    for (const act of ACTS) {
      this.#shadow.addEventListener(act, (event) => {
        // Its copy has been here already.
        if (ServiceFinder.#arrived.has(event)) event.stopPropagation();
        ServiceFinder.#arrived.add(event);
      }, true);
    }
    this.#renew();
  }

  get query() {
    return this.#handle ? this.#handle.query() : { ...this.#wanted };
  }

  set query(query) {
    if (!this.#usable) {
      this.#wanted = query ?? {};
      this.#leftAt = undefined;
    }
    this.#handle?.set_query(query ?? {});
  }

  // The page's own content is hidden exactly as long as the finder can be used.
  get #usable() {
    return this.#slot.hidden;
  }

  get ready() {
    return this.#ready.promise;
  }

  open(id) {
    if (!this.#usable) this.#opening = `${id}`;
    this.#handle?.open(`${id}`);
  }

  reset() {
    this.#wanted = this.#opening = undefined;
    this.#handle?.reset();
  }

  connectedCallback() {
    // A property set before the tag was registered hides ours: take it over.
    if (Object.prototype.hasOwnProperty.call(this, "query")) {
      const query = this.query;
      delete this.query;
      this.query = query;
    }
    this.#settle();
  }

  disconnectedCallback() {
    this.#settle();
  }

  // Its presence tells the browser that moveBefore() needs no leaving and coming back.
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === "catalogue" || name === "url-key") {
      if (this.#session) this.#stop();
      this.#settle();
    } else if (this.#handle) {
      this.#handle.attribute_changed(name, name === "lang" ? this.#language() : value);
    } else if (this.#leftAt !== undefined && QUERY_ATTRIBUTES.includes(name)) {
      this.#wanted = undefined;
    }
  }

  // A move is a leaving and a coming at once. Looking only when the script that moves us is done keeps
  // the finder as it is, and never takes it down inside one of its own event handlers.
  #settle() {
    if (this.#settling) return;
    this.#settling = true;
    queueMicrotask(() => {
      this.#settling = false;
      if (this.isConnected && !this.#session) this.#start();
      else if (!this.isConnected && this.#session) this.#stop();
    });
  }

  async #start() {
    const session = (this.#session = {});
    if (!ServiceFinder.#live.size) for (const act of ACTS) addEventListener(act, ServiceFinder.#watch, true);
    ServiceFinder.#live.add(this);
    this.#renew();
    this.#show(make("div", "root"));
    // While the page is still being read (an `async` script is as quick), what it has for us may be yet to come.
    this.#wait();
    if (!this.#root.className && document.readyState !== "loading") this.#notice("loading");
    try {
      const catalogue = this.#catalogue();
      const first = this.#download(catalogue);
      const glue = await ServiceFinder.#load();
      // Starting the module was a task of its own on a slow phone; the page breathes before the next.
      await new Promise((done) => setTimeout(done));
      // Gone meanwhile, or started anew: nothing to mount.
      if (this.#session !== session) return;
      this.#root.textContent = "";
      this.#wait();
      this.#root.style.inlineSize = `${this.offsetWidth}px`;
      const ownsUrl = this.#claim();
      this.#handle = glue.mount(this, this.#root, {
        catalogue,
        first,
        attributes: this.#attributes(),
        lang: this.#language(),
        ownsUrl,
        reducedData: Boolean(navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches),
      }, (name, detail) => this.#session === session && this.#hear(name, detail));
      // Left with another fragment than it comes back to: then the link is what the visitor asked for.
      if (this.#wanted && !(ownsUrl && this.#leftAt !== undefined && this.#leftAt !== location.hash)) {
        this.#handle.set_query(this.#wanted);
      }
      if (this.#opening) this.#handle.open(this.#opening);
    } catch (error) {
      // A panic while mounting has been dealt with by then.
      if (this.#session === session && !session.failed) {
        const told = error instanceof Failure;
        if (!told) console.error(`${TAG} (mount):`, error);
        this.#fail(told ? error.code : "mount", told ? error.message : `${error}`);
      }
    }
  }

  #stop() {
    const handle = this.#handle;
    this.#session = this.#handle = undefined;
    ServiceFinder.#live.delete(this);
    if (!ServiceFinder.#live.size) {
      ServiceFinder.#downloads.clear();
      for (const act of ACTS) removeEventListener(act, ServiceFinder.#watch, true);
    }
    for (const [key, owner] of ServiceFinder.#owners) {
      if (owner === this) ServiceFinder.#owners.delete(key);
    }
    if (handle) {
      // Before it is ready it has nothing to tell that we did not tell it.
      if (this.#usable) {
        this.#wanted = handle.query();
        this.#leftAt = location.hash;
      }
      handle.unmount();
    }
    this.#slot.hidden = false;
  }

  static #load() {
    return (ServiceFinder.#core ??= start(ServiceFinder.#attempt).then((glue) => {
      glue.begin(() => ServiceFinder.#panicked());
      return glue;
    }).catch((cause) => {
      // Here, not in each finder: one message however many finders wait. The next try starts afresh.
      ServiceFinder.#core = undefined;
      ServiceFinder.#attempt += 1;
      const error = cause instanceof Failure ? cause : new Failure("script", `the finder's files do not fit together (${cause}): upload all of them again`, cause);
      console.error(`${TAG} (${error.code}): ${error.message}`, error.cause ?? "");
      throw error;
    }));
  }

  // The whole module is unusable after a panic, so every finder falls back; a retry loads a new copy.
  // Called from inside the module: its objects must not be touched before it has returned.
  static #panicked() {
    ServiceFinder.#core = undefined;
    ServiceFinder.#attempt += 1;
    for (const finder of ServiceFinder.#live) {
      if (finder.#handle) ServiceFinder.#dead.push(finder.#handle);
      finder.#handle = undefined;
      if (finder.#session) finder.#session.failed = true;
    }
    queueMicrotask(() => {
      for (const finder of ServiceFinder.#live) {
        if (finder.#session?.failed) finder.#fail("panic", "the finder stopped because of a fault of its own; the console has its message");
      }
    });
  }

  // A page's listener on its document may stop every click and key before it comes to us (old overlays and shortcut
  // scripts do). The window hears first: what did not arrive is handed over, from the second time on before the page can
  // stop it. Only listeners hear the copy: what the browser does by itself, it does for the original.
  static #watch = (event) => {
    const [target, ...path] = event.composedPath();
    const finder = event.isTrusted && path.find((node) => ServiceFinder.#live.has(node));
    if (!finder || !finder.#root.contains(target)) return;
    // Nothing of ours is ever sent.
    if (event.type === "submit") event.preventDefault();
    const hand = () => {
      ServiceFinder.#arrived.add(event);
      // A plain event: it stays within the shadow, which Firefox does not grant to keys, and it ticks no box and follows
      // no link.
      const copy = new Event(event.type, { bubbles: true, cancelable: true });
      for (const key in event) if (!(key in copy)) Object.defineProperty(copy, key, { value: event[key] });
      if (!target.dispatchEvent(copy)) event.preventDefault();
    };
    if (ServiceFinder.#stopped.has(event.type)) return hand();
    setTimeout(() => {
      if (ServiceFinder.#arrived.has(event)) return;
      ServiceFinder.#stopped.add(event.type);
      if (target.isConnected) hand();
    });
  };

  // Where the page's policy forbids WebAssembly, embed.html may have a policy of its own. The list stays until the finder
  // in there can be used, and for good where frames are forbidden too.
  #descend(session) {
    const address = new URL("embed.html", import.meta.url);
    // We are in there already.
    if (address.pathname === location.pathname) return;
    const frame = make("iframe");
    for (const [name, value] of Object.entries(this.#attributes())) address.searchParams.set(name, value);
    address.searchParams.set("catalogue", this.#catalogue());
    address.searchParams.set("lang", this.#language());
    frame.src = address.href;
    frame.title = this.#words().title;
    // Laid out already, so that it has its height when it is shown.
    frame.className = "coming";
    frame.addEventListener(`${TAG}-ready`, () => {
      if (this.#session !== session) return;
      frame.className = "";
      frame.previousSibling?.remove();
      this.#slot.hidden = true;
    });
    import(new URL("embed.js", import.meta.url).href).then(() => {
      if (this.#session !== session) return;
      this.#root.appendChild(frame);
      frame.dispatchEvent(new Event(`${TAG}-frame`, { bubbles: true, composed: true }));
    }, () => {});
  }

  // The page's own content comes back, with a line that says why and, where it can help, a way to try again.
  #fail(code, message) {
    // Removing a focused element tells its listeners, and behind them there may be no module any more.
    for (const name of ["blur", "focusout"]) {
      this.#root.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
    }
    this.#show(make("div", "root"));
    this.#slot.hidden = false;
    this.#notice("failed", !code.startsWith("wasm") && code !== "no-catalogue");
    this.#ready.reject(new Failure(code, message));
    this.#tell("error", { code, message });
    if (code === "wasm-blocked") this.#descend(this.#session);
  }

  #words() {
    return WORDS[/^(lv|$)/i.test(this.#language()) ? "lv" : "en"];
  }

  #notice(what, retry) {
    const words = this.#words();
    const line = make("p", "status");
    line.className = "notice";
    line.setAttribute("role", "status");
    line.dir = "ltr";
    line.textContent = words[what];
    if (retry) {
      const button = make("button");
      button.type = "button";
      button.textContent = words.retry;
      button.addEventListener("click", () => {
        this.#stop();
        this.#settle();
        // The button is gone by then.
        queueMicrotask(() => this.#focus());
      });
      line.appendChild(button);
    }
    this.#root.appendChild(line);
  }

  // What the page has for us is read meanwhile: we move nothing, and the browser lays out nothing anew. Who listens is told
  // all the same.
  #wait() {
    if (this.firstElementChild) this.#root.className = "waits";
  }

  #focus() {
    this.#root.tabIndex = -1;
    this.#root.focus({ preventScroll: true });
  }

  #show(root) {
    this.#root = root;
    this.#shadow.replaceChildren(root, this.#slot);
  }

  #hear(name, detail) {
    if (name === "state") {
      // The focus was on something the page has for us: it goes on from where that was.
      const ready = detail.state === "ready";
      const active = this.getRootNode().activeElement;
      const held = ready && active !== this && this.contains(active);
      this.#slot.hidden = ready;
      if (detail.state !== "loading") this.#root.className = this.#root.style.inlineSize = "";
      if (held) this.#focus();
      // Done by now; from here on the finder knows best.
      if (this.#usable) this.#wanted = this.#leftAt = this.#opening = undefined;
      if (detail.state === "loading" && this.#ready.settled) {
        // Tried again: the button goes.
        this.#renew();
        this.#focus();
      }
      return;
    }
    if (name === "ready") this.#ready.resolve(detail);
    if (name === "error") this.#ready.reject(new Failure(detail.code, detail.message));
    this.#tell(name, detail);
  }

  // Later, so that a listener of the page's never runs, and calls back, in the midst of the finder's work.
  #tell(name, detail) {
    queueMicrotask(() => {
      this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { detail, bubbles: true, composed: true }));
    });
  }

  #renew() {
    if (this.#ready && !this.#ready.settled) return;
    const ready = (this.#ready = { settled: false });
    ready.promise = new Promise((resolve, reject) => {
      ready.resolve = (value) => ((ready.settled = true), resolve(value));
      ready.reject = (error) => ((ready.settled = true), reject(error));
    });
    // A page that does not ask is not bothered by an unhandled rejection: it has the event.
    ready.promise.catch(() => {});
  }

  #catalogue() {
    const written = this.getAttribute("catalogue");
    try {
      if (written) return new URL(written, this.baseURI).href;
    } catch {}
    const error = new Failure("no-catalogue", `the attribute catalogue must hold the address of a catalogue, found ${written === null ? "none" : `"${written}"`}`);
    console.error(`${TAG} (${error.code}): ${error.message}`);
    throw error;
  }

  // One download for all finders of the same catalogue; forgotten when the last one leaves the page.
  #download(url) {
    const downloads = ServiceFinder.#downloads;
    if (!downloads.has(url)) {
      const bytes = fetch(url).then((response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return response.arrayBuffer();
      });
      bytes.catch(() => downloads.delete(url));
      downloads.set(url, bytes);
    }
    return downloads.get(url);
  }

  // The first finder with a key owns it: two would write over each other.
  #claim() {
    const key = this.getAttribute("url-key") ?? "sf";
    const owners = ServiceFinder.#owners;
    if (!key) return false;
    if (!owners.has(key)) owners.set(key, this);
    if (owners.get(key) === this) return true;
    if (!this.#warned) {
      this.#warned = true;
      console.warn(`${TAG}: another finder on this page owns url-key "${key}"; this one leaves the address alone. Give it a url-key of its own, or url-key=""`, this);
    }
    return false;
  }

  #attributes() {
    const found = Object.create(null);
    for (const name of ATTRIBUTES) {
      if (this.hasAttribute(name)) found[name] = this.getAttribute(name);
    }
    return found;
  }

  // As the page means it: the nearest lang, also beyond the shadow roots we may be in.
  #language() {
    let node = this;
    let holder = null;
    while (node && !(holder = node.closest("[lang]"))) node = node.getRootNode().host;
    return holder?.getAttribute("lang") ?? "";
  }
}

// A second copy of this script must not break the first: whoever came first serves all.
const known = customElements.get(TAG);
if (!known) {
  customElements.define(TAG, ServiceFinder);
} else if (known.version !== VERSION) {
  console.warn(`${TAG}: version ${known.version} is already on this page, so version ${VERSION} is not used. Include the script once`);
}
