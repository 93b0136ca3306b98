// As where WebAssembly is missing or switched off.
delete globalThis.WebAssembly;
