/** How long this process has computed, in milliseconds: unlike a clock it does not go on while the machine does something else. */
export function readProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
