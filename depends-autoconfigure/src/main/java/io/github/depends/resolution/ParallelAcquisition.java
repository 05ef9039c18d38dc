package io.github.depends.resolution;

/**
 * Runs dependencies in declared order on the request's thread, and waits for a stage when its value is needed or
 * everything has run.
 */
final class ParallelAcquisition {

    private final Resolution resolution;
    private final StagesUnderWay stages = new StagesUnderWay();

    ParallelAcquisition(Resolution resolution) {
        this.resolution = resolution;
    }

    void run(ResolutionPlan plan) {
        try {
            for (int slot : plan.acquired) {
                run(plan.steps[slot]);
            }
            stages.settleAll();
        } catch (Throwable failure) {
            stages.abandon(failure);
            throw Sneaky.<RuntimeException>rethrow(failure);
        }
    }

    private void run(Step step) {
        for (Input input : step.inputs) {
            if (input instanceof Input.Slot needed) {
                resolution.require(needed.slot());
            }
        }
        try {
            if (!resolution.require(step.slot)) {
                resolution.begin(step, stages);
            }
        } catch (Throwable failure) {
            throw Sneaky.<RuntimeException>rethrow(stages.first(failure));
        }
    }
}
