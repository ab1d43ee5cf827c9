package mn.eland.walk;

/** The third 500 of 2,000 cases. */
class ThirdWalkTests extends WalkPart {

    ThirdWalkTests() {
        super(201);
    }
}
