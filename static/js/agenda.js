// The agenda of a meeting: an item is dragged to its place by its grip, or moved a step by its buttons, and the page
// stays. What happened is told aloud. Without this file the buttons send the page anew.
{
  const SLACK = 6;
  const agenda = () => document.querySelector("[data-agenda]");
  const rows = () => [...agenda().querySelectorAll("[data-item]")];

  const showGrips = () => {
    for (const grip of agenda().querySelectorAll("[data-grip]")) grip.hidden = false;
  };

  // The server's word is drawn as it is: another leader may have moved something meanwhile.
  const put = async (row, facts, focus) => {
    const body = new URLSearchParams(facts);
    body.set("csrfmiddlewaretoken", row.querySelector("[name=csrfmiddlewaretoken]").value);
    const answer = await fetch(row.dataset.url, { method: "POST", headers: { "X-Part": "agenda" }, body });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-agenda]");
    const said = fresh.querySelector("[data-agenda-said]");
    const words = said.textContent;
    said.textContent = "";
    agenda().replaceWith(fresh);
    showGrips();
    const again = document.getElementById(row.id);
    const button = focus && again?.querySelector(`button[value=${focus}]`);
    (button && !button.disabled ? button : again?.querySelector("button:not([disabled])"))?.focus();
    // A status that is filled after it stands in the page is read out.
    setTimeout(() => (said.textContent = words), 100);
  };

  const onSubmit = (event) => {
    if (!event.target.matches("[data-put]")) return;
    event.preventDefault();
    const step = event.submitter?.value;
    if (step) put(event.target.closest("[data-item]"), { step }, step);
  };

  // The row under the pointer gives way, never above the items that are fixed.
  const giveWay = (row, y) => {
    const others = rows().filter((other) => other !== row);
    const before = others.find((other) => {
      const box = other.getBoundingClientRect();
      return !("fixed" in other.dataset) && y < box.top + box.height / 2;
    });
    if (before) before.before(row);
    else others.at(-1)?.after(row);
  };

  const onGrip = (event) => {
    const grip = event.target.closest?.("[data-grip]");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    const row = grip.closest("[data-item]");
    const was = rows().indexOf(row);
    const start = event.clientY;
    let moving = false;
    const move = (at) => {
      moving ||= Math.abs(at.clientY - start) > SLACK;
      if (!moving) return;
      row.classList.add("is-dragged");
      giveWay(row, at.clientY);
    };
    const end = (at) => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", end);
      document.removeEventListener("pointercancel", end);
      row.classList.remove("is-dragged");
      const place = rows().indexOf(row);
      if (at.type === "pointercancel") return location.reload();
      if (moving && place !== was) put(row, { place });
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end);
    document.addEventListener("pointercancel", end);
  };

  if (agenda()) {
    showGrips();
    document.addEventListener("submit", onSubmit);
    document.addEventListener("pointerdown", onGrip);
  }
}
