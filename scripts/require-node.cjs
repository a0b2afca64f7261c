// Loaded before each command: in plain JavaScript, so that a Node too old for the rest can still say so.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Upheld needs Node 22.18 or later, and this is ${process.versions.node}. Run it through npm (npm run build), which brings the right one after npm install.`,
  );
  process.exit(1);
}
