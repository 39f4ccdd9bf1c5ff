// What has been seen for a moment is marked as read without a press; the button stays for whoever has no scripts.
const LONG_ENOUGH = 3000;

for (const form of document.querySelectorAll("form[data-read-when-seen]")) {
  const line = document.querySelector("[data-read-status]");
  const mark = async () => {
    const data = new FormData(form);
    data.set("act", "read");
    const answer = await fetch(location.href, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok) return;
    form.hidden = true;
    if (line) line.textContent = line.dataset.words;
  };
  let timer;
  const watch = new IntersectionObserver(([entry]) => {
    clearTimeout(timer);
    if (entry.isIntersecting && document.visibilityState === "visible") timer = setTimeout(() => mark().catch(() => {}), LONG_ENOUGH);
  });
  watch.observe(form);
}
