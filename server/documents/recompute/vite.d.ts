// The script and the words beside it are imported as text with `?raw`, which is Vite's.
/// <reference types="vite/client" />
