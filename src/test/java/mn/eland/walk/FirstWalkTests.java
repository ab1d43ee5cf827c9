package mn.eland.walk;

/** The first 500 of 2,000 cases. */
class FirstWalkTests extends WalkPart {

    FirstWalkTests() {
        super(1);
    }
}
