// What themes of content management systems do with it: smooth scrolling for anchors, forms by Ajax, keys for menus.
jQuery(($) => {
  $(document).on("click", "a[href*='#']", (event) => {
    event.preventDefault();
    $("html, body").animate({ scrollTop: 0 }, 400);
  });
  $("form").on("submit", () => false);
  $("input, select, button").addClass("form-control").css("width", "100%");
  $(document).on("keydown", (event) => { if (event.key === "Escape") $("main").slideUp(); });
});
