addEventListener("DOMContentLoaded", () => {
  const root = document.getElementById("host").attachShadow({ mode: "open" });
  root.innerHTML = '<div><service-finder catalogue="/catalogue/latvia.json"><a href="/list.html">the list</a></service-finder></div>';
});
