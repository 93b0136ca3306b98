// For pages that show the finder in frames: gives each frame its finder's height, passes the page's link in and the
// finder's link and events out. Speaks only with frames of this page, and only with the origin they were opened from.
// Without it a frame keeps the height the page gives it, and scrolls inside. At most 1 KB without these comments.
{
  // Frames inside a finder's own shadow, and the frame that writes each key of the page's fragment.
  const own = [];
  const keys = {};
  const all = () => [...document.querySelectorAll("iframe[src*='embed.html']"), ...own];
  const home = (f) => new URL(f.src).origin;
  const link = (f) => f.contentWindow?.postMessage({ sf: location.hash || "#" }, home(f));
  addEventListener("message", ({ data, origin, source }) => {
    const frame = data?.sf && all().find((f) => f.contentWindow === source);
    if (!frame || home(frame) !== origin) return;
    const { key, height, hash, name, detail } = data.sf;
    // It is there, or has just heard of us.
    if (data.sf === 1) link(frame);
    if (height) frame.style.setProperty("height", `${height}px`, "important");
    // The first frame with a key owns it, as finders without frames do.
    if (key && (keys[key] ??= frame) === frame) history.replaceState(history.state, "", location.href.split("#")[0] + hash);
    if (name) frame.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  });
  addEventListener("hashchange", () => all().forEach(link));
  addEventListener("service-finder-frame", (e) => own.push(e.composedPath()[0]));
  // Says nothing yet, so anybody may hear it: a frame that was there before us answers.
  all().forEach((f) => f.contentWindow.postMessage({ sf: 1 }, "*"));
}
