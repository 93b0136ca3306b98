// A single-page application: pages are texts, put in place whole.
const pages = {
  "": "<p>Welcome</p>",
  "?finder": '<p>Services</p><service-finder catalogue="/catalogue/latvia.json"><a href="/list.html">the list</a></service-finder>',
};
const show = () => (document.getElementById("page").innerHTML = pages[location.search]);
addEventListener("DOMContentLoaded", show);
addEventListener("popstate", show);
addEventListener("click", (event) => {
  const link = event.target.closest("nav a");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show();
});
