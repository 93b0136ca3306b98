// What a visitor with a screen reader would find: elements by role and name, through shadow roots and slots.
// Runs in the page. `roles.test.mjs` compares it with what the engines themselves compute.
{
  const BY_TAG = {
    article: "article", aside: "complementary", button: "button", dialog: "dialog", fieldset: "group", main: "main",
    h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading", h6: "heading",
    li: "listitem", nav: "navigation", ol: "list", ul: "list", option: "option", output: "status", p: "paragraph",
    search: "search", table: "table", textarea: "textbox", progress: "progressbar", dt: "term", dd: "definition",
  };
  const BY_TYPE = {
    button: "button", checkbox: "checkbox", radio: "radio", range: "slider", reset: "button", search: "searchbox",
    submit: "button", text: "textbox", email: "textbox", tel: "textbox", url: "textbox", number: "spinbutton",
  };
  const NAMED_BY_CONTENT = ["button", "checkbox", "heading", "link", "option", "radio", "tab", "listitem", "paragraph", "status", "alert", "switch", "menuitem", "term", "definition", "rowheader", "columnheader", "cell"];

  const roleOf = (element) => {
    const given = element.getAttribute("role")?.trim().split(/\s+/)[0];
    if (given) return given;
    switch (element.localName) {
      case "a":
      case "area":
        return element.hasAttribute("href") ? "link" : undefined;
      case "input":
        return element.list ? "combobox" : BY_TYPE[element.type];
      case "select":
        return element.multiple || element.size > 1 ? "listbox" : "combobox";
      case "img":
        return element.getAttribute("alt") === "" ? undefined : "img";
      case "th":
        return element.scope === "row" ? "rowheader" : "columnheader";
      case "td":
        return "cell";
      case "section":
        return nameFromAuthor(element) ? "region" : undefined;
      case "form":
        return nameFromAuthor(element) ? "form" : undefined;
      default:
        return BY_TAG[element.localName];
    }
  };

  const hidden = (element) => element.getAttribute("aria-hidden") === "true" || !element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true });

  const childrenOf = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === "slot") {
      const assigned = node.assignedNodes();
      if (assigned.length) return assigned;
    }
    return node.childNodes;
  };

  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || hidden(node)) return "";
    const label = node.getAttribute("aria-label")?.trim();
    if (label) return ` ${label} `;
    if (node.localName === "img") return ` ${node.getAttribute("alt") ?? ""} `;
    if (node.localName === "svg") return node.querySelector("title")?.textContent ?? "";
    if (node.localName === "input" && /^(text|search)$/.test(node.type)) return ` ${node.value} `;
    if (["select", "style", "script", "template"].includes(node.localName)) return "";
    const inside = Array.from(childrenOf(node), textOf).join("");
    return getComputedStyle(node).display.startsWith("inline") ? inside : ` ${inside} `;
  };

  const tidy = (text) => text.replace(/\s+/g, " ").trim();

  const nameFromAuthor = (element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/).filter(Boolean) ?? [];
    const texts = ids.map((id) => {
      const target = element.getRootNode().getElementById?.(id);
      return target ? (target.getAttribute("aria-label") ?? textOf(target) ?? target.textContent) : "";
    });
    return tidy(texts.join(" ")) || tidy(element.getAttribute("aria-label") ?? "");
  };

  const nameOf = (element) => {
    const given = nameFromAuthor(element);
    if (given) return given;
    if (element.labels?.length) return tidy(Array.from(element.labels, textOf).join(" "));
    if (element.localName === "img") return tidy(element.getAttribute("alt") ?? "");
    if (element.localName === "table") return tidy(element.caption ? textOf(element.caption) : "");
    if (element.localName === "svg") return tidy(element.querySelector("title")?.textContent ?? "");
    if (element.localName === "fieldset") return tidy(element.querySelector("legend")?.textContent ?? "");
    const content = NAMED_BY_CONTENT.includes(roleOf(element)) ? tidy(Array.from(childrenOf(element), textOf).join("")) : "";
    return content || tidy(element.getAttribute("title") ?? element.getAttribute("placeholder") ?? "");
  };

  function* walk(node) {
    for (const child of childrenOf(node)) {
      if (child.nodeType !== Node.ELEMENT_NODE || child.inert || child.getAttribute("aria-hidden") === "true") continue;
      if (!hidden(child)) yield child;
      // A child may be visible in a parent that is not (visibility), or has no box (contents).
      yield* walk(child);
    }
  }

  const matches = (text, wanted) => (wanted.exact !== undefined ? text === wanted.exact : new RegExp(wanted.pattern, wanted.flags).test(text));

  // An open modal dialog makes all else inert.
  function* reachable(root) {
    let modal;
    for (const element of walk(root)) if (element.localName === "dialog" && element.matches(":modal")) modal = element;
    if (modal) yield modal;
    yield* walk(modal ?? root);
  }

  window.finderRoles = {
    roleOf,
    nameOf,
    find(role, name, root) {
      const found = [];
      for (const element of reachable(root ?? document.body)) {
        if (roleOf(element) === role && (!name || matches(nameOf(element), name))) found.push(element);
      }
      return found;
    },
    interactive(root) {
      const roles = ["link", "button", "checkbox", "radio", "searchbox", "textbox", "combobox", "tab", "switch", "option", "menuitem", "slider"];
      const found = [];
      for (const element of reachable(root ?? document.body)) if (roles.includes(roleOf(element))) found.push(element);
      return found;
    },
    outline(root) {
      const lines = [];
      for (const element of reachable(root ?? document.body)) {
        const role = roleOf(element);
        if (role && role !== "paragraph") lines.push(`${role} "${nameOf(element).slice(0, 80)}"`);
      }
      return lines;
    },
    focused() {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active && { role: roleOf(active) ?? active.localName, name: nameOf(active), part: active.getAttribute("part"), id: active.closest("[data-id]")?.dataset.id };
    },
    text: (element) => tidy(textOf(element)),
  };
}
