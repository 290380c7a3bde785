/// Time between stages, for `--verbose` and the benchmark; nothing else ever reads a clock.
struct StopWatch {
  private var last = ContinuousClock.now

  mutating func lap() -> Double {
    let now = ContinuousClock.now
    defer { last = now }
    let parts = (now - last).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
