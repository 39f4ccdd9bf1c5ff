// Selection: a choice is saved as it is made, and the balance beside it is drawn anew.
// Without this file "Save the choices" does the same.
{
  const form = document.querySelector("[data-selection]");
  const status = form?.querySelector("[data-selection-status]");

  const save = async (box) => {
    const row = box.closest("tr");
    const sent = new FormData(form);
    sent.set("act", "rivit");
    const answer = await fetch(location.href, { method: "POST", body: sent });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.redirected || !page.getElementById("balance")) return false;
    document.getElementById("balance").replaceWith(page.getElementById("balance"));
    row.querySelector("input[name^='was-']").value = box.value;
    return true;
  };

  form?.addEventListener("change", async (event) => {
    if (!event.target.matches("[data-choice]")) return;
    status.textContent = "";
    const saved = await save(event.target).catch(() => false);
    status.textContent = saved ? status.dataset.saved : status.dataset.failed;
  });
}
