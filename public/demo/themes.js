// Which of the looks: ?look=latvija, and perhaps &theme=dark.
const asked = new URLSearchParams(location.search);
const look = asked.get("look");
if (/^[a-z]+$/.test(look ?? "")) document.getElementById("look").href = `../themes/${look}.css`;
const theme = asked.get("theme");
if (theme) {
  document.documentElement.className = theme;
  document.querySelector("service-finder").setAttribute("theme", theme);
}
for (const link of document.querySelectorAll(".looks a")) {
  if (link.href === location.href) link.setAttribute("aria-current", "page");
}
