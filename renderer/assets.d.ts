/** What the bundler lets the window import besides code. */
declare module '*.css';
