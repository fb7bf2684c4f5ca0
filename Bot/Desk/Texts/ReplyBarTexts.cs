using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the bar in which officials write, and of what happened after an act.</summary>
internal static class ReplyBarTexts
{
    public static readonly LocalizedText Heading = new("Soạn tin", "Write");
    public static readonly LocalizedText Modes = new("Anh/chị muốn làm gì?", "What do you want to do?");
    public static readonly LocalizedText Note = new("Ghi chú nội bộ", "Internal note");
    public static readonly LocalizedText Placeholder = new("Viết ở đây…", "Write here…");
    public static readonly LocalizedText Send = new("Gửi", "Send");
    public static readonly LocalizedText SaveNote = new("Lưu ghi chú", "Save the note");
    public static readonly LocalizedText SendAndClose = new("Gửi và đóng", "Send and close");
    public static readonly LocalizedText SendAndNext = new("Gửi và sang yêu cầu tiếp", "Send and go to the next case");
    public static readonly LocalizedText AttachFiles = new("Đính kèm tệp", "Attach files");
    public static readonly LocalizedText AttachedFiles = new("Sẽ gửi kèm:", "Goes with it:");
    public static readonly LocalizedText ChooseTemplate = new("Mẫu trả lời…", "Template…");
    public static readonly LocalizedText TemplatesFound = new(
        "Có {0} mẫu; dùng phím mũi tên và Enter để chọn, Escape để bỏ.",
        "{0} templates; choose with the arrow keys and Enter, Escape to leave."
    );
    public static readonly LocalizedText MentionsFound = new(
        "Có {0} người hoặc tổ; dùng phím mũi tên và Enter để chọn, Escape để bỏ.",
        "{0} people or teams; choose with the arrow keys and Enter, Escape to leave."
    );
    public static readonly LocalizedText MentionList = new("Nhắc đồng nghiệp hoặc tổ", "Mention a colleague or a team");
    public static readonly LocalizedText InsertSuggestion = new("Chèn gợi ý", "Insert the suggestion");

    public static readonly LocalizedText TakesTheCase = new(
        "Yêu cầu chưa ai nhận; khi gửi, anh/chị nhận xử lý luôn.",
        "Nobody has this case; sending assigns it to you."
    );

    /// <summary>{0} the time.</summary>
    public static readonly LocalizedText DraftAt = new("Bản nháp lúc {0}", "Draft of {0}");
    public static readonly LocalizedText DraftNotSaved = new("Chưa lưu được bản nháp", "The draft could not be saved");
    public static readonly LocalizedText SessionEnded = new(
        "Phiên làm việc đã hết nên chưa gửi được. Nội dung anh/chị viết còn nguyên ở đây: hãy đăng nhập lại trong thẻ mới rồi gửi lại.",
        "Your session has ended, so nothing was sent. What you wrote is still here: sign in again in a new tab, then send once more."
    );
    public static readonly LocalizedText NoConnection = new(
        "Chưa gửi được vì không kết nối được với hệ thống. Nội dung anh/chị viết còn nguyên ở đây: hãy kiểm tra mạng rồi gửi lại.",
        "Nothing was sent, because the system could not be reached. What you wrote is still here: check the network, then send once more."
    );
    public static readonly LocalizedText SignInAgain = new("Đăng nhập lại (thẻ mới)", "Sign in again (new tab)");

    public static readonly LocalizedText FileMissing = new(
        "Chưa gửi: nội dung nhắc đến tệp đính kèm nhưng chưa có tệp nào. Đính kèm tệp, hoặc bấm gửi lần nữa để gửi không kèm tệp.",
        "Not sent yet: the text speaks of an attachment, but there is no file. Attach it, or send again to send it without one."
    );
    public static readonly LocalizedText Uploading = new("Đang tải tệp lên…", "Uploading…");
    public static readonly LocalizedText UploadFailed = new(
        "Tệp chưa tải lên được; tệp sẽ được gửi cùng khi bấm Gửi.",
        "The file could not be uploaded yet; it goes with the form when you send it."
    );
    public static readonly LocalizedText TextNeeded = new("Anh/chị chưa viết nội dung.", "Please write something first.");
    public static readonly LocalizedText SendExplained = new(
        "“Gửi”: yêu cầu thành đã trả lời, còn mở để trao đổi. “Gửi và đóng”: kết thúc yêu cầu và mời người gửi chấm điểm.",
        "“Send”: the case is answered and stays open for more. “Send and close”: the case ends and the asker is invited to rate it."
    );
    public static readonly LocalizedText BackToList = new("← Danh sách", "← List");
    public static readonly LocalizedText PossibleDuplicate = new("Có thể trùng với:", "Possibly a duplicate of:");
    public static readonly LocalizedText Contact = new("Người gửi", "Asker");
    public static readonly LocalizedText Aids = new("Tệp, mẫu, gợi ý", "Files, templates, suggestion");
    public static readonly LocalizedText UsualPapers = new("Giấy tờ thường cần", "Usual papers");
    public static readonly LocalizedText PapersIntro = new("Anh/chị vui lòng gửi:", "Please send:");

    /// <summary>{0} names.</summary>
    public static readonly LocalizedText MentionTold = new("Đã báo cho {0}.", "Told: {0}.");

    /// <summary>{0} names as they were typed.</summary>
    public static readonly LocalizedText MentionUnknown = new(
        "Không có người dùng {0} nên chưa báo được cho ai bằng tên đó.",
        "There is no user {0}, so nobody was told under that name."
    );

    /// <summary>{0} user names.</summary>
    public static readonly LocalizedText MentionNames = new("Có thể nhắc: {0}", "You can mention: {0}");

    public static readonly LocalizedText Replied = new("Đã gửi câu trả lời.", "Your reply was sent.");
    public static readonly LocalizedText AcknowledgementLabel = new("Tin này", "This message");
    public static readonly LocalizedText AcknowledgementOption = new(
        "Mới báo nhận, chưa trả lời xong",
        "Only confirms receipt; the answer follows"
    );
    public static readonly LocalizedText AcknowledgementCannotClose = new(
        "Tin báo nhận không đóng được yêu cầu. Bỏ chọn “Mới báo nhận, chưa trả lời xong” nếu đây là câu trả lời, hoặc chỉ bấm “Gửi”.",
        "A message that only confirms receipt cannot close the case. Clear that choice if this is the answer, or press “Send” alone."
    );

    /// <summary>{0} the number of a case.</summary>
    public static readonly LocalizedText MergeInto = new("Gộp vào {0}", "Merge into {0}");
    public static readonly LocalizedText NothingAnswered = new(
        "Chưa có câu trả lời nào được gửi, nên không đóng được với lý do “đã trả lời”. Anh/chị trả lời trước, hoặc chọn lý do khác.",
        "No reply has been sent, so the case cannot be closed as answered. Reply first, or choose another reason."
    );
    public static readonly LocalizedText DraftWaiting = new(
        "Anh/chị còn một câu trả lời viết dở chưa gửi. Gửi trước rồi đóng, hoặc bấm đóng lần nữa để đóng mà không gửi.",
        "A reply that you began has not been sent. Send it first, or press close again to close without sending it."
    );
    public static readonly LocalizedText Acknowledged = new(
        "Đã gửi tin báo nhận. Yêu cầu vẫn đang xử lý, hạn giải quyết vẫn chạy.",
        "Your acknowledgement was sent. The case stays in progress and its deadline keeps running."
    );
    public static readonly LocalizedText AcknowledgedAnswered = new(
        "Đã gửi tin báo nhận. Yêu cầu vẫn là đã trả lời.",
        "Your acknowledgement was sent. The case is still answered."
    );
    public static readonly LocalizedText Correct = new("Gửi đính chính", "Send a correction");
    public static readonly LocalizedText Corrected = new(
        "Đã gửi đính chính. Trạng thái của yêu cầu không đổi.",
        "Your correction was sent. The state of the case is the same."
    );
    public static readonly LocalizedText CorrectionKind = new("Đính chính", "Correction");
    public static readonly LocalizedText AcknowledgementKind = new("Báo nhận", "Acknowledgement");
    public static readonly LocalizedText RepliedAndClosed = new(
        "Đã gửi câu trả lời và đóng yêu cầu.",
        "Your reply was sent and the case is closed."
    );
    public static readonly LocalizedText AskedBack = new("Đã gửi câu hỏi thêm.", "Your question was sent.");
    public static readonly LocalizedText Forwarded = new("Đã chuyển cơ quan khác.", "The case was forwarded.");
    public static readonly LocalizedText NoteSaved = new("Đã lưu ghi chú.", "The note was saved.");
    public static readonly LocalizedText Taken = new("Anh/chị đã nhận xử lý yêu cầu này.", "You have taken this case.");
    public static readonly LocalizedText FilesAdded = new("Đã thêm tệp.", "The files were added.");
    public static readonly LocalizedText FileRemoved = new("Đã bỏ tệp.", "The file was removed.");
    public static readonly LocalizedText QueuedAgain = new("Tin đang được gửi lại.", "It is being sent again.");

    /// <summary>{0} the title of the action.</summary>
    public static readonly LocalizedText Done = new("Đã thực hiện: {0}.", "Done: {0}.");

    /// <summary>{0} what was done, {1} the number of the case.</summary>
    public static readonly LocalizedText DoneInCase = new("{0} Yêu cầu: {1}.", "{0} Case: {1}.");

    public static readonly LocalizedText Undo = new("Hoàn tác", "Undo");

    /// <summary>{0} seconds.</summary>
    public static readonly LocalizedText CanUndo = new(
        "Người gửi yêu cầu nhận tin sau {0} giây.",
        "The asker gets the message in {0} seconds."
    );

    /// <summary>Shown and read out when the button goes away.</summary>
    public static readonly LocalizedText UndoIsOver = new(
        "Hết thời gian hoàn tác: tin đã gửi đi.",
        "The time to undo is over: the message has gone out."
    );

    /// <summary>{0} seconds; counts down beside the button.</summary>
    public static readonly LocalizedText SecondsLeft = new("Còn {0} giây.", "{0} seconds left.");

    public static readonly LocalizedText UndoDone = new(
        "Đã hoàn tác: người gửi yêu cầu chưa nhận được gì. Nội dung và tệp đã trở lại ô soạn tin.",
        "Undone: the asker has received nothing. Your text and files are back in the reply box."
    );
    public static readonly LocalizedText CannotUndo = new(
        "Không hoàn tác được nữa: tin đã gửi đi, yêu cầu đã thay đổi, hoặc tin do người khác gửi.",
        "It can no longer be undone: the message has gone out, the case has changed, or someone else sent it."
    );

    /// <summary>Beside a message in the thread.</summary>
    public static readonly LocalizedText WasUndone = new("đã hoàn tác, không gửi đi", "undone, not sent");

    public static readonly LocalizedText NextCase = new("Yêu cầu tiếp theo", "Next case");
    public static readonly LocalizedText PreviousCase = new("Yêu cầu trước", "Previous case");

    public static readonly LocalizedText Thread = new("Trao đổi", "Conversation");
    public static readonly LocalizedText EarlierMessages = new("Các tin trước ({0})", "Earlier messages ({0})");
    public static readonly LocalizedText Events = new("{0} việc khác", "{0} other events");
    public static readonly LocalizedText NoteBy = new("Ghi chú nội bộ của {0}", "Internal note by {0}");
    public static readonly LocalizedText ForwardedTo = new("Chuyển đến: {0}", "Forwarded to: {0}");
    public static readonly LocalizedText FactsOfCase = new("Thông tin và thời hạn", "Facts and deadlines");
    public static readonly LocalizedText Records = new("Tệp, gửi nhận, quá trình xử lý", "Files, delivery, history");
    public static readonly LocalizedText Delivery = new("Gửi nhận tin", "Delivery");
    public static readonly LocalizedText OtherCases = new("Yêu cầu khác", "Other cases");
    public static readonly LocalizedText NothingDelivered = new("Chưa có tin nào.", "There are no messages yet.");
    public static readonly LocalizedText FileNotReady = new("chưa tải được", "not available yet");

    /// <summary>{0} enterprise, {1} the first words of the request, {2} the number.</summary>
    public static readonly LocalizedText CaseTitle = new("{0}: {1} ({2})", "{0}: {1} ({2})");

    /// <summary>{0} what happened.</summary>
    public static readonly LocalizedText ChangedNow = new(
        "Yêu cầu vừa thay đổi: {0}. Nội dung anh/chị đang viết vẫn còn.",
        "The case has just changed: {0}. Your text is kept."
    );

    /// <summary>{0} what happened, {1} who did it.</summary>
    public static readonly LocalizedText ChangeBy = new("{0} ({1})", "{0} ({1})");
}
