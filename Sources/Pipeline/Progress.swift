import Synchronization

/// How far a build is, for whoever shows it. Written by the build, read from another task.
package final class Progress: Sendable {
  package enum Stage: Int, Sendable { case reading, resolving, writing, asking }

  private let stageValue = Atomic<Int>(0)
  private let doneValue = Atomic<Int>(0)
  private let totalValue = Atomic<Int>(0)

  package init() {}

  package var stage: Stage { Stage(rawValue: stageValue.load(ordering: .relaxed)) ?? .reading }
  package var done: Int { doneValue.load(ordering: .relaxed) }
  package var total: Int { totalValue.load(ordering: .relaxed) }

  func begin(_ stage: Stage, total: Int) {
    stageValue.store(stage.rawValue, ordering: .relaxed)
    doneValue.store(0, ordering: .relaxed)
    totalValue.store(total, ordering: .relaxed)
    doneValue.store(0, ordering: .relaxed)
  }

  func step() { doneValue.wrappingAdd(1, ordering: .relaxed) }
}
