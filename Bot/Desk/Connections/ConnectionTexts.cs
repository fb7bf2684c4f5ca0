using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Connections;

/// <summary>Texts of the page of the connections.</summary>
internal static class ConnectionTexts
{
    public static readonly LocalizedText Title = new("Kết nối", "Connections");
    public static readonly LocalizedText Intro = new(
        "Những gì dịch vụ cần hoặc dùng được ở xung quanh. Việc đặt cấu hình do người vận hành máy chủ làm; ở đây anh/chị xem tình trạng, "
            + "thử, và biết phải nhờ người vận hành điều gì.",
        "What the service needs or can use around it. The operator of the server sets the configuration; here you see the state, try it, "
            + "and learn what to ask the operator for."
    );
    public static readonly LocalizedText Ask = new("Nhờ người vận hành: {0}", "Ask the operator: {0}");

    public static readonly LocalizedText Mail = new("Máy chủ thư", "Mail server");

    /// <summary>{0} the server, {1} the sender.</summary>
    public static readonly LocalizedText MailSet = new("Gửi qua {0}, người gửi {1}.", "Sends with {0}, from {1}.");
    public static readonly LocalizedText MailMissing = new(
        "Chưa có thì không gửi được thư mời, thư báo cho cán bộ và thư cho người hỏi; người hỏi chỉ thấy trả lời trong cuộc trò chuyện.",
        "Without it there are no invitations, no notices to officials and no mails to askers, who see replies in the chat only."
    );
    public static readonly LocalizedText MailRequest = new(
        "đặt Mail:Host, Mail:Port, Mail:From, Mail:UserName và Mail:Password (hoặc Mail:Authentication khi dùng Microsoft 365), rồi khởi "
            + "động lại.",
        "set Mail:Host, Mail:Port, Mail:From, Mail:UserName and Mail:Password (or Mail:Authentication for Microsoft 365), and restart."
    );
    public static readonly LocalizedText TryMail = new("Gửi thử cho tôi", "Send me a test");
    public static readonly LocalizedText NoOwnAddress = new(
        "Tài khoản của anh/chị chưa có email: thêm ở trang Tài khoản rồi gửi thử lại.",
        "Your account has no e-mail address: add it on the page of accounts and try again."
    );
    public static readonly LocalizedText TestSubject = new("Thư thử từ bàn tiếp nhận", "Test mail of the support desk");
    public static readonly LocalizedText TestBody = new(
        "Đây là thư thử do anh/chị yêu cầu. Nhận được thư này nghĩa là máy chủ thư đã nối đúng.",
        "This is the test mail that you asked for. If you read this, the mail server is connected correctly."
    );

    /// <summary>{0} the masked address.</summary>
    public static readonly LocalizedText MailAccepted = new(
        "Máy chủ thư đã nhận thư thử gửi đến {0}. Nếu vài phút nữa chưa thấy, anh/chị xem hộp thư rác.",
        "The mail server accepted the test mail to {0}. If it does not arrive within minutes, look into the spam folder."
    );

    /// <summary>{0} the reason as the server or the program names it.</summary>
    public static readonly LocalizedText MailFailed = new("Chưa gửi được thư thử ({0}).", "The test mail could not be sent ({0}).");
    public static readonly LocalizedText WrongCredentials = new(
        "kiểm tra Mail:UserName và Mail:Password: máy chủ thư từ chối đăng nhập.",
        "check Mail:UserName and Mail:Password: the mail server refuses to sign in."
    );
    public static readonly LocalizedText NeedsEncryption = new(
        "đặt Mail:Encryption là StartTls hoặc Tls: máy chủ thư đòi mã hóa.",
        "set Mail:Encryption to StartTls or Tls: the mail server demands encryption."
    );
    public static readonly LocalizedText BadCertificate = new(
        "kiểm tra Mail:Encryption và Mail:CaFile: chứng thư của máy chủ thư không được tin cậy hoặc cách mã hóa không khớp.",
        "check Mail:Encryption and Mail:CaFile: the certificate of the mail server is not trusted, or the kind of encryption is wrong."
    );
    public static readonly LocalizedText Unreachable = new(
        "kiểm tra Mail:Host, Mail:Port và tường lửa: không liên lạc được với máy chủ thư.",
        "check Mail:Host, Mail:Port and the firewall: the mail server cannot be reached."
    );
    public static readonly LocalizedText AddressRefused = new(
        "kiểm tra Mail:From và quyền gửi: máy chủ thư từ chối người gửi hoặc người nhận.",
        "check Mail:From and the permission to send: the mail server refuses the sender or the recipient."
    );

    public static readonly LocalizedText Teams = new("Microsoft Teams", "Microsoft Teams");

    /// <summary>{0} the application id.</summary>
    public static readonly LocalizedText TeamsSet = new("Ứng dụng {0}.", "Application {0}.");
    public static readonly LocalizedText TeamsMissing = new(
        "Chưa có thì trợ lý chỉ trả lời trên trang web, cán bộ không xử lý được yêu cầu trong Teams. Không dùng Teams thì để vậy.",
        "Without it the assistant answers on web pages only, and officials cannot handle cases in Teams. Leave it if you do not use Teams."
    );
    public static readonly LocalizedText TeamsRequest = new(
        "đăng ký bot trong Azure rồi đặt Bot:AppId, Bot:TenantId và Bot:Secret (hoặc Bot:CertificatePath), Teams:PublicUrl; xem "
            + "docs/teams.md.",
        "register the bot and set Bot:AppId, Bot:TenantId, Bot:Secret (or Bot:CertificatePath) and Teams:PublicUrl (docs/teams.md)."
    );
    public static readonly LocalizedText TryTeams = new("Thử đăng nhập Microsoft", "Try to sign in at Microsoft");
    public static readonly LocalizedText TokenIssued = new(
        "Microsoft đã cấp quyền cho bot. Bước cuối: mở Teams và nhắn cho trợ lý một câu.",
        "Microsoft issued a token to the bot. The last step: open Teams and write to the assistant."
    );

    /// <summary>{0} the answer of the identity platform.</summary>
    public static readonly LocalizedText TokenRefused = new("Microsoft không cấp quyền: {0}", "Microsoft issued no token: {0}");
    public static readonly LocalizedText TokenRequest = new(
        "kiểm tra Bot:AppId, Bot:TenantId, Bot:Secret (có thể đã hết hạn) và đường ra login.microsoftonline.com.",
        "check Bot:AppId, Bot:TenantId, Bot:Secret (it may have expired) and the way out to login.microsoftonline.com."
    );

    public static readonly LocalizedText TrySelf = new("Gửi thử cho tôi", "Send me a test message");
    public static readonly LocalizedText TeamsMessage = new(
        "Tin thử từ trang Kết nối của bàn tiếp nhận: trợ lý gửi được tin cho anh/chị trong Teams.",
        "A test from the desk’s page of connections: the assistant can send you messages in Teams."
    );
    public static readonly LocalizedText TeamsMessageSent = new(
        "Đã chuyển tin thử đi. Anh/chị mở Teams xem trong vài giây tới; chưa thấy thì xem trang Tin chưa gửi được.",
        "The test message is on its way. Look at Teams within some seconds; if nothing comes, see the page of undelivered messages."
    );
    public static readonly LocalizedText NoEntraId = new(
        "Tài khoản của anh/chị chưa có mã đối tượng Entra nên chưa biết gửi cho ai trong Teams: ghi mã ở trang Tài khoản, rồi gửi lại.",
        "Your account has no Entra object id, so it is not known whom to write to in Teams: enter it under Accounts, then try again."
    );
    public static readonly LocalizedText NoTeamsChat = new(
        "Trợ lý chưa trò chuyện với anh/chị trong Teams: mở Teams, tìm ứng dụng của trợ lý, gửi một câu bất kỳ, rồi gửi lại.",
        "The assistant has no chat with you in Teams yet: open Teams, find the assistant’s app, send it any message, then try again."
    );

    public static readonly LocalizedText Scanner = new("Quét mã độc", "Malware scanner");
    public static readonly LocalizedText ScannerSet = new(
        "Tệp gửi đến được quét trước khi mở.",
        "Files are scanned before they can be opened."
    );
    public static readonly LocalizedText ScannerMissing = new(
        "Tệp của người hỏi được nhận mà không quét: chỉ mở trên máy có phần mềm diệt mã độc.",
        "Files of askers are accepted without a scan: open them only on a computer with antivirus software."
    );
    public static readonly LocalizedText ScannerRequest = new(
        "chạy ClamAV (clamd) và đặt Files:ClamAv là địa chỉ của nó.",
        "run ClamAV (clamd) and set Files:ClamAv to its address."
    );

    public static readonly LocalizedText Model = new("Mô hình ngôn ngữ", "Language model");
    public static readonly LocalizedText ModelSet = new(
        "Đang bật; câu trả lời vẫn chỉ dựa trên bài đã duyệt.",
        "On; answers still rest on reviewed articles alone."
    );
    public static readonly LocalizedText ModelMissing = new(
        "Không bắt buộc: trợ lý trả lời từ bài đã duyệt mà không cần mô hình.",
        "Optional: the assistant answers from reviewed articles without a model."
    );

    public static readonly LocalizedText Database = new("Cơ sở dữ liệu", "Database");
    public static readonly LocalizedText DatabaseOwn = new(
        "SQLite trong thư mục dữ liệu, đang hoạt động.",
        "SQLite in the data folder, working."
    );
    public static readonly LocalizedText DatabaseServer = new("PostgreSQL, đang hoạt động.", "PostgreSQL, working.");

    public static readonly LocalizedText Backup = new("Sao lưu", "Backup");
    public static readonly LocalizedText BackupText = new(
        "Chương trình không biết máy chủ có được sao lưu hay không. Phải sao lưu cơ sở dữ liệu, thư mục khóa (keys) và tệp đã nhận.",
        "The program cannot know whether the server is backed up. The database, the folder of keys and the files have to be."
    );
    public static readonly LocalizedText BackupRequest = new(
        "cho biết lần sao lưu gần nhất và lần khôi phục thử gần nhất của thư mục dữ liệu (App_Data) và cơ sở dữ liệu.",
        "tell you when the data folder (App_Data) and the database were last backed up, and when a restore was last tried."
    );

    public static LocalizedText LabelOf(ConnectionStatus status) =>
        status switch
        {
            ConnectionStatus.Connected => new("Đã nối", "Connected"),
            ConnectionStatus.Missing => new("Chưa nối", "Not connected"),
            _ => new("Chưa rõ", "Unknown"),
        };
}
