"""What stands round an article on a page: each sentence here must stay out of attribution."""

COOKIES = (
    "We and our 812 partners store and access information on your device.",
    "You may accept or manage your choices by clicking below, our privacy officer said.",
)
COMMENTS = (
    "The army said the same thing last year and nobody believed it then either.",
    "My cousin in the town told me that forty soldiers died, not the number they print here.",
    "The minister denied it? Of course he denied it, he denies everything.",
    "According to my neighbour the whole story was made up to win the election.",
    "Great article, thank you, I said to my wife that somebody should write this.",
)
RELATED = (
    "Minister says no troops were near the border",
    "Rebels claim capture of second harbour town",
    "Opposition leader denies taking bribes, court hears",
    "Five things officials said about the drought this week",
)
NEWSLETTER = (
    "Sign up for the Morning Brief and get the day’s most important stories in your inbox.",
    "By signing up you agree to our terms of use and privacy policy.",
)
BIOGRAPHY = (
    "Dana Ostrel is the Courier’s chief foreign correspondent and the author of two books on the coast.",
    "She previously reported for Radio Sarn.",
)
PAYWALL = (
    "You have reached your limit of free articles this month.",
    "Subscribe now to continue reading, or log in if you are already a subscriber.",
)
PROMOTION = (
    "Do you have information about this story? Contact our reporters by email.",
    "Follow the Courier on social media for more news.",
)
FOOTER = (
    "Copyright 2031 Courier Media Group. All rights reserved.",
    "The Courier does not answer for what other sites show.",
)
CAPTIONS = (
    "A guard stands at a checkpoint in this file photo. Photograph: Rell Harrow/Harbour Wire",
    "Smoke over the road to the coast. Rell Harrow/Harbour Wire",
)
NAVIGATION = ("Home", "World", "Politics", "Business", "Sport", "Opinion", "Weather")
