// Every page: focus goes to what must be read first, and messages can be closed.
const first = document.querySelector("[data-focus-first]") || document.querySelector("[data-focus-second]");
if (first) first.focus();

// The skip link moves the focus and leaves the address as it is: a form keeps a fragment when it is sent, and
// the next page would give the focus to the content instead of what must be read first.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  const content = document.getElementById("sisalto");
  if (!content) return;
  event.preventDefault();
  content.focus();
});

for (const button of document.querySelectorAll("[data-dismiss]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.closest("[role]").remove();
    document.getElementById("sisalto").focus();
  });
}

// A link to a field from the error summary puts the cursor into it.
for (const link of document.querySelectorAll(".errorbox a[href^='#']")) {
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.closest(".field")?.scrollIntoView({ block: "start" });
  });
}

// Something was sent and done: what autosave.js kept in this browser has served its purpose.
if (document.querySelector(".notices .note--ok")) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("luonnos:")) sessionStorage.removeItem(key);
}
