// The folder: who is ticked for comparing goes along when one searches, narrows or turns the page.
// Without this file the form has a button for keeping the ticks.
{
  const NAME = "compare";
  const results = document.getElementById("results");

  const bar = () => document.querySelector("[data-picks]");

  const carry = (form, keys) => {
    for (const old of form.querySelectorAll(`input[type=hidden][name=${NAME}]`)) old.remove();
    for (const key of keys) {
      const box = document.createElement("input");
      Object.assign(box, { type: "hidden", name: NAME, value: key });
      form.append(box);
    }
  };

  const withPicks = (address, keys) => {
    const url = new URL(address);
    url.searchParams.delete(NAME);
    for (const key of keys) url.searchParams.append(NAME, key);
    return url.href;
  };

  const keep = () => {
    const keys = [...new Set(new FormData(bar().closest("form")).getAll(NAME))];
    for (const form of document.querySelectorAll("form[data-facets], form[role=search]")) carry(form, keys);
    for (const link of results.querySelectorAll(".pager a, a.chip")) link.href = withPicks(link.href, keys);
    history.replaceState(null, "", withPicks(location.href, keys));
    const { picksNone, picksSome } = bar().dataset;
    bar().querySelector("[data-picks-count]").textContent = keys.length ? picksSome.replace("0", keys.length) : picksNone;
  };

  const hideButton = () => {
    for (const button of results.querySelectorAll("[data-picks-keep]")) button.hidden = true;
  };

  if (results) {
    hideButton();
    // facets.js changes what is inside; the ticks stand in its address and come back with it.
    new MutationObserver(hideButton).observe(results, { childList: true });
    results.addEventListener("change", (event) => {
      if (event.target.name === NAME) keep();
    });
  }
}
