// A long piece of work: [data-progress-url] is asked every second for
// {done, total, text, finished, url}; the bar moves, words come each 10 %.
for (const box of document.querySelectorAll("[data-progress-url]")) {
  const bar = box.querySelector("progress");
  const line = box.querySelector("[role=status]");
  let told = -1;

  const show = ({ done, total, text, finished, url }) => {
    if (bar && total) {
      bar.max = total;
      bar.value = done;
    }
    const tenth = total ? Math.floor((10 * done) / total) : 0;
    if (line && text && (finished || tenth !== told)) line.textContent = text;
    told = tenth;
    if (finished && url) window.location.assign(url);
    return finished;
  };

  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progressUrl, { headers: { Accept: "application/json" } });
      if (answer.ok && show(await answer.json())) return;
    } catch {
      // The connection may come back; the work goes on without us.
    }
    setTimeout(ask, 1000);
  };
  ask();
}
