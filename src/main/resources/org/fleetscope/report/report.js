
'use strict';
(function () {
  function value(cell) {
    const number = cell.dataset.v;
    return number !== undefined ? Number(number) : cell.classList.contains('num') ? NaN : cell.textContent;
  }

  function compare(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
      return Number.isNaN(a) || Number.isNaN(b) ? 0 : a - b;
    }
    return String(a).localeCompare(String(b), 'en', { numeric: true });
  }

  function sort(table, index, header) {
    const up = header.getAttribute('aria-sort') !== 'ascending' && (header.getAttribute('aria-sort') === 'descending'
      || !header.classList.contains('num'));
    const rows = Array.from(table.tBodies[0].rows, row => ({ row, key: value(row.cells[index]) }));
    const known = rows.filter(entry => !Number.isNaN(entry.key));
    const missing = rows.filter(entry => Number.isNaN(entry.key));
    known.sort((a, b) => (up ? 1 : -1) * compare(a.key, b.key));
    table.querySelectorAll('th').forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    table.tBodies[0].append(...known.concat(missing).map(entry => entry.row));
  }

  document.querySelectorAll('table.sortable').forEach(table => {
    table.querySelectorAll('th').forEach((header, index) => {
      header.querySelector('button').addEventListener('click', () => sort(table, index, header));
    });
  });

  document.querySelectorAll('input[data-filter]').forEach(input => {
    const rows = Array.from(document.getElementById(input.dataset.filter).tBodies[0].rows);
    const shown = input.parentElement.querySelector('.shown');
    const texts = rows.map(row => row.textContent.toLowerCase());
    function apply() {
      const words = input.value.toLowerCase().split(/\s+/).filter(word => word);
      let count = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every(word => texts[i].includes(word));
        count += row.hidden ? 0 : 1;
      });
      shown.textContent = count === rows.length ? count + ' rows' : count + ' of ' + rows.length + ' rows';
    }
    input.addEventListener('input', apply);
    apply();
  });

  const chart = document.querySelector('.chart');
  const buckets = document.querySelector('table.buckets');
  if (!chart || !buckets) {
    return;
  }
  const svg = chart.querySelector('svg');
  const cursor = chart.querySelector('.cursor');
  const readout = chart.querySelector('.readout');
  const names = Array.from(buckets.tHead.rows[0].cells, cell => cell.textContent);
  const rows = buckets.tBodies[0].rows;

  function show(event) {
    const box = svg.getBoundingClientRect();
    const frame = chart.getBoundingClientRect();
    const left = box.width * chart.dataset.left / 1000;
    const right = box.width * chart.dataset.right / 1000;
    const x = event.clientX - box.left;
    const index = Math.floor((x - left) / (right - left) * rows.length);
    if (index < 0 || index >= rows.length) {
      hide();
      return;
    }
    const cells = rows[index].cells;
    readout.replaceChildren();
    const time = document.createElement('b');
    time.textContent = cells[0].textContent;
    readout.append(time);
    for (let i = 1; i < cells.length; i++) {
      const line = document.createElement('div');
      [names[i], cells[i].textContent].forEach(text => {
        const span = document.createElement('span');
        span.textContent = text;
        line.append(span);
      });
      readout.append(line);
    }
    const at = event.clientX - frame.left;
    cursor.style.left = at + 'px';
    cursor.style.top = box.top - frame.top + 'px';
    cursor.style.height = box.height * 0.93 + 'px';
    cursor.hidden = false;
    readout.hidden = false;
    const width = readout.offsetWidth;
    readout.style.left = (at + width + 24 > frame.width ? at - width - 14 : at + 14) + 'px';
  }

  function hide() {
    cursor.hidden = true;
    readout.hidden = true;
  }

  svg.addEventListener('pointermove', show);
  svg.addEventListener('pointerleave', hide);
})();
