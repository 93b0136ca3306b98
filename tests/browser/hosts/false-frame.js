parent.postMessage({ sf: { height: 9999 } }, "*");
