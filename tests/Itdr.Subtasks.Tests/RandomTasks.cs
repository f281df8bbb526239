using CsCheck;

namespace Itdr.Subtasks.Tests;

/// <summary>Random tasks and answers, with titles as unpleasant as data can make them.</summary>
internal static class RandomTasks
{
    /// <summary>Titles made of what titles hold, and of what a prompt's own text holds.</summary>
    public static readonly Gen<string> Title =
        Gen.OneOf(
            Any(
                "A", "a", "Heat", "Heat 2", "1. ", "2. Heat", "10. ", "- ", ", ", "\"", "'", "“", "\n", "\r\n", "\n2. ", ": ", ":", "(1995)", " (4.0)",
                "{Title}", "{{", "}", "<|im_end|>", "愛", "Ünï", "مرحبا", "🎬", "👩‍👩‍👧", "e\u0301", " ", "\t", "…", "country: ", "4.0", "None", "null"),
            Gen.Int[0, 12].Select(number => $"{number}. "),
            Gen.Char['a', 'f'].Select(letter => letter.ToString()))
        .Array[1, 5].Select(string.Concat);

    public static readonly Gen<Item> Item =
        Gen.Select(Title, Title.Null(), Gen.Int[0, 50].Nullable(), (title, tag, id) => new Item(title, tag) { Id = id?.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    public static readonly Gen<ItemText> Text = Gen.Select(Item, Title, (item, text) => new ItemText(item, text));

    public static readonly Gen<string?> Order = Any<string?>(null, "", HistoryOrder.OldestFirst);

    public static readonly Gen<RatingScale> Scale = Any(RatingScale.FivePoints, RatingScale.HalfPoints, RatingScale.TenPoints);

    public static readonly Gen<(TopKRecommendation Task, TopKRecommendation.Answer Answer)> TopK =
        from history in Item.Array[0, 5]
        from candidates in Item.Array[0, 10]
        from order in Order
        from ranking in Gen.Shuffle(candidates)
        select (new TopKRecommendation(ItemDomain.Movies, history, candidates) { HistoryOrder = order }, new TopKRecommendation.Answer(ranking));

    public static readonly Gen<(NextItemRecommendation Task, NextItemRecommendation.Answer Answer)> NextItem =
        from history in Item.Array[0, 5]
        from candidates in Item.Array[1, 6]
        from order in Order
        from choice in Any(candidates)
        select (new NextItemRecommendation(ItemDomain.Movies, history, candidates) { HistoryOrder = order }, new NextItemRecommendation.Answer(choice));

    public static readonly Gen<(RatingPrediction Task, RatingPrediction.Answer Answer)> Rating =
        from scale in Scale
        from history in Gen.Select(Item, Gen.Int[0, 9], (item, step) => new RatedItem(item, scale.Normalize(scale.Minimum + (step * scale.Step)))).Array[0, 10]
        from target in Item
        from order in Order
        from rating in Gen.OneOf(Gen.Int[-1, 11].Select(step => scale.Minimum + (step * scale.Step)), Gen.Decimal[0, 10])
        select (new RatingPrediction(ItemDomain.Movies, scale, history, target) { HistoryOrder = order }, new RatingPrediction.Answer(rating));

    public static readonly Gen<(UserAttributePrediction Task, UserAttributePrediction.Answer Answer)> Attributes =
        from items in Item.Array[0, 20]
        from names in Any("country", "gender", "age group").Array[0, 3]
        from forms in Gen.Select(Title, Title, (name, form) => new AttributeForm(name, form)).Array[0, 3].Null()
        from texts in Gen.OneOf(Title, Any("Japan", "M", "25-34", "age: 5", "")).Null().Array[5]
        from age in Gen.Int[-1, 151].Nullable()
        from birthYear in Gen.Int[1849, 2101].Nullable()
        select (
            new UserAttributePrediction(ItemDomain.Movies, items, names) { Forms = forms },
            new UserAttributePrediction.Answer(texts[0], texts[1], texts[2], texts[3], age, birthYear, texts[4]));

    public static readonly Gen<(CrossDomainRecommendation Task, CrossDomainRecommendation.Answer Answer)> CrossDomain =
        from source in Item.Array[0, 5]
        from history in Item.Array[0, 5]
        from candidates in Item.Array[0, 10]
        from order in Order
        from ranking in Gen.Shuffle(candidates)
        select (
            new CrossDomainRecommendation(ItemDomain.Products("Grocery"), source, ItemDomain.Products("Home"), history, candidates) { HistoryOrder = order },
            new CrossDomainRecommendation.Answer(ranking));

    public static readonly Gen<(InterestRecognition Task, InterestRecognition.Answer Answer)> Interests =
        from liked in Text.Array[0, 3]
        from disliked in Text.Array[0, 3]
        from reviewed in Text.Array[0, 6]
        from summary in Title.Array[0, 6].Select(string.Concat)
        select (new InterestRecognition(ItemDomain.Books, liked, disliked, reviewed), new InterestRecognition.Answer(summary));

    public static readonly Gen<(TargetUserIdentification Task, TargetUserIdentification.Answer Answer)> TargetUsers =
        from item in Item
        from properties in Gen.Select(Title, Title, (name, value) => new ItemProperty(name, value)).Array[0, 5]
        from comments in Title.Array[0, 3]
        from groups in Title.Array[0, 6].Select(string.Concat)
        select (new TargetUserIdentification(ItemDomain.Games, item, properties, comments), new TargetUserIdentification.Answer(groups));

    public static readonly Gen<(SeveralSlots Task, SeveralSlots.Answer Answer)> Several =
        from candidates in Title.Array[1, 5]
        from ranking in Gen.Shuffle(candidates)
        from best in Any(candidates)
        from sure in Gen.Int[-1, 101].Nullable()
        from reason in Title.Array[0, 3].Select(string.Concat)
        select (new SeveralSlots(candidates), new SeveralSlots.Answer(best, ranking, reason, sure));

    private static readonly Gen<DateOnly> Day = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    public static readonly Gen<(DatesAndLists Task, DatesAndLists.Answer Answer)> DatesAndLists =
        from day in Day
        from seen in Day
        from minute in Gen.Int[0, (24 * 60) - 1]
        from tags in Title.Array[0, 3]
        from years in Gen.Int[-2, 2100].Array[0, 3]
        from flags in Gen.Bool.Array[0, 3]
        from days in Day.Array[0, 3].Null()
        select (new DatesAndLists("When?"), new DatesAndLists.Answer(day, seen.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), tags, years, flags, days));

    /// <summary>A label, damaged or not, or a text that was never one.</summary>
    public static Gen<string> Near(string label) =>
        Gen.OneOf(
            Gen.Const(label),
            Title.Array[0, 6].Select(string.Concat),
            Gen.Select(Gen.Int[0, label.Length], Gen.Int[0, 3], Title, (at, cut, put) =>
                label[..at] + put + label[Math.Min(label.Length, at + cut)..]),
            Gen.Int[0, label.Length].Select(length => label[..length]));

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
