// mocha's spec reporter that also writes the counts to a file: --reporter-option output=FILE
const { mkdirSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { reporters } = require("mocha");

module.exports = class CountReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const output = options.reporterOption?.output ?? options.reporterOptions?.output;
      if (output === undefined) return;
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(
        output,
        JSON.stringify({
          passed: this.stats.passes,
          failed: this.stats.failures + this.stats.pending,
        }),
      );
    });
  }
};
