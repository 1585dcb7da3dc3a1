package struct Deployment: Sendable {}
