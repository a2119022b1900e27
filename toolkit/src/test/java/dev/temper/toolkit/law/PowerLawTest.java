package dev.temper.toolkit.law;

class PowerLawTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.POWER;
    }

    @Override
    double[] usual() {
        return new double[] {1.6, 9, 0.3};
    }
}
