// The folder: ticking a facet searches at once and the new count is read out.
// Without this file the form has its own button.
const form = document.querySelector("form[data-facets]");
const results = document.getElementById("results");

if (form && results) {
  for (const button of form.querySelectorAll("[data-facets-submit]")) button.hidden = true;

  const search = async () => {
    const address = `${form.getAttribute("action") || location.pathname}?${new URLSearchParams(new FormData(form))}`;
    results.setAttribute("aria-busy", "true");
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok || answer.redirected) return location.assign(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("results");
    if (!fresh) return location.assign(address);
    results.replaceChildren(...fresh.childNodes);
    results.removeAttribute("aria-busy");
    for (const count of page.querySelectorAll("[data-facet-count]")) {
      const here = form.querySelector(`[data-facet-count="${CSS.escape(count.dataset.facetCount)}"]`);
      here?.replaceChildren(...count.childNodes);
      here?.closest(".facet")?.classList.toggle("facet--none", here.textContent.trim().startsWith("0"));
    }
    const status = document.getElementById("results-status");
    const title = results.querySelector("[data-results-count]");
    if (status && title) status.textContent = title.textContent;
    history.replaceState(null, "", address);
  };

  form.addEventListener("change", search);
}
