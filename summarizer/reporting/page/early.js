/** Nothing of the long list is laid out before the page is put together; `page.js` takes the word away again, whatever happens. */
document.documentElement.classList.add('unbuilt');
