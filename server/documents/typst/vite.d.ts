// Templates are imported as text with `?raw`, which is Vite's.
/// <reference types="vite/client" />
