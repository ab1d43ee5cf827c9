package mn.eland.walk;

/** The fourth 500 of 2,000 cases. */
class FourthWalkTests extends WalkPart {

    FourthWalkTests() {
        super(301);
    }
}
