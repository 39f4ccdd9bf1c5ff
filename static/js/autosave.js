// Drafts: form[data-autosave-url] is sent quietly a moment after typing stops.
// Text that looks like an identity code is never sent: it waits in this browser
// (sessionStorage) until it is mended, and so does text the server refuses.
const QUIET = 1500;
const DIGITS = (count) => Array(count).fill("[0-9]").join("\\s*");
const IDENTITY_CODE = new RegExp(
  `(?<![\\p{L}\\p{N}])[0-3]\\s*[0-9]\\s*[01]\\s*${DIGITS(3)}\\s*[-+A-FU-Y]\\s*${DIGITS(3)}\\s*[0-9A-FHJ-NPR-Y](?![\\p{L}\\p{N}])`,
  "iu",
);
const holdsIdentityCode = (text) =>
  IDENTITY_CODE.test(text.normalize("NFKC").replace(/\p{Cf}/gu, "").replace(/[\u2010-\u2015\u2043\u2212]/g, "-"));

// What has been finished is not kept in the browser any longer: a tablet goes from hand to hand.
for (const done of document.querySelectorAll("[data-autosave-forget]")) {
  sessionStorage.removeItem(`luonnos:${done.dataset.autosaveForget}`);
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) {
  const line = form.querySelector("[data-autosave-status]");
  const key = `luonnos:${form.dataset.autosaveUrl}`;
  // What a button uses up, as the first of weekly times, is not brought back after it.
  const texts = [...form.querySelectorAll("textarea, input[type=text], input:not([type])")]
    .filter((field) => !field.closest("[data-autosave-used-up]"));
  let timer;

  const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
  for (const field of texts) if (kept[field.name] && !field.value) field.value = kept[field.name];

  const keepHere = () => {
    const values = Object.fromEntries(texts.filter((field) => field.name).map((field) => [field.name, field.value]));
    sessionStorage.setItem(key, JSON.stringify(values));
  };
  const say = (text) => { if (line) line.textContent = text; };

  // What the server would gently remark on what was saved.
  const remark = (words) => {
    const note = form.querySelector("[data-autosave-note]");
    if (!note) return;
    note.querySelector("[data-autosave-words]").textContent = words || "";
    note.hidden = !words;
  };

  const save = async () => {
    if (texts.some((field) => holdsIdentityCode(field.value))) {
      keepHere();
      say(form.dataset.autosaveRefused || "");
      return;
    }
    try {
      const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) throw new Error(answer.status);
      sessionStorage.removeItem(key);
      const clock = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone: "Europe/Helsinki" });
      say((form.dataset.autosaveSaved || "").replace("{clock}", clock));
      remark((await answer.json().catch(() => ({}))).note);
    } catch {
      keepHere();
      say(form.dataset.autosaveFailed || "");
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keepHere();
  });
}
